package org.redress.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.platform.messaging.EventJson;

/**
 * One event of the published language, as {@code contracts/} has it: its schema and its golden
 * examples. Both sides are held to it: whoever writes the event by {@link #faults}, whoever reads
 * it by {@link #examplesAs}.
 */
public final class Contract {

    private static final Path FOLDER = Path.of("..", "contracts").toAbsolutePath().normalize();
    private static final String ADDRESS = "https://redress.example/contracts/";
    private static final String PREFIX = "redress.";
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry -> registry.schemas(Contract::document));

    private final Path examples;
    private final String name;
    private final Schema schema;

    private Contract(Path examples) {
        this.examples = examples;
        this.name = FOLDER.relativize(examples).toString();
        this.schema = schema(name);
    }

    /**
     * The contract of an event.
     *
     * @param type its CloudEvents type, such as {@code redress.case.registered.v1}
     * @throws IllegalArgumentException if no service of ours publishes it
     */
    public static Contract of(String type) {
        var event = type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
        return list(FOLDER).stream()
                .map(owner -> owner.resolve(event))
                .filter(Files::isDirectory)
                .findFirst()
                .map(Contract::new)
                .orElseThrow(() -> new IllegalArgumentException("no contract of " + type));
    }

    /** Where it stands, such as {@code service/thing.happened.v1}. */
    public String name() {
        return name;
    }

    /** What is wrong with the headers that every event carries on the wire. */
    public static List<String> faultsOfHeaders(Map<String, String> headers) {
        return faults(
                schema("common/cloudevent-headers"), new String(EventJson.write(headers), UTF_8));
    }

    /** What is wrong with a payload by the schema; nothing if it keeps to it. */
    public List<String> faults(String json) {
        return faults(schema, json);
    }

    private static Schema schema(String name) {
        return SCHEMAS.getSchema(SchemaLocation.of(ADDRESS + name + ".schema.json"));
    }

    private static List<String> faults(Schema schema, String json) {
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        run -> run.executionConfig(as -> as.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /**
     * Every golden example as a reader's record.
     *
     * @throws org.redress.platform.messaging.UnreadableEvent if the reader refuses one
     */
    public <T> List<T> examplesAs(Class<T> record) {
        return examples().values().stream()
                .map(example -> EventJson.read(example.getBytes(UTF_8), record))
                .toList();
    }

    /** What every golden example says, by its name. */
    public SortedMap<String, String> examples() {
        var texts = new TreeMap<String, String>();
        for (var file : list(examples)) {
            texts.put(file.getFileName().toString().replace(".json", ""), text(file));
        }
        return texts;
    }

    /** The golden example of this name, to be changed at will. */
    public ObjectNode example(String name) {
        return EventJson.read(
                text(examples.resolve(name + ".json")).getBytes(UTF_8), ObjectNode.class);
    }

    /** Every word of every closed list in it, and in what all contracts share. */
    public Set<String> words() {
        var words = new HashSet<String>();
        Stream.concat(
                        Stream.of(Path.of(examples + ".schema.json")),
                        list(FOLDER.resolve("common")).stream().filter(Files::isRegularFile))
                .map(file -> EventJson.read(text(file).getBytes(UTF_8), ObjectNode.class))
                .flatMap(schema -> schema.findValues("enum").stream())
                .forEach(list -> list.forEach(word -> words.add(word.asText())));
        return words;
    }

    private static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String document(String address) {
        return address.startsWith(ADDRESS)
                ? text(FOLDER.resolve(address.substring(ADDRESS.length())))
                : null;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
