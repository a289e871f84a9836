package org.redress.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.reporting.events.EventType;

/** The published language: its schemas and its golden examples. */
public final class Contracts {
    private static final Path FOLDER = Path.of("../contracts").toAbsolutePath().normalize();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADDRESS = "https://redress.example/contracts/";
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry -> registry.schemas(Contracts::schema));

    private Contracts() {}

    /** What is wrong with the payload by a schema such as {@code reporting/bi.case-fact.v1}. */
    public static List<Error> faults(String schema, String json) {
        return SCHEMAS.getSchema(SchemaLocation.of(ADDRESS + schema + ".schema.json"))
                .validate(
                        json,
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)));
    }

    /** The golden examples of an event that reporting reads. */
    public static List<Path> examples(EventType type) {
        try (var folders = Files.walk(FOLDER)) {
            return folders.filter(file -> file.getParent().endsWith(type.contract()))
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the golden examples of an event say. */
    public static List<ObjectNode> all(EventType type) {
        return examples(type).stream().map(file -> parse(bytes(file))).toList();
    }

    /** The golden example with this name of an event that reporting reads. */
    public static ObjectNode example(EventType type, String name) {
        return examples(type).stream()
                .filter(file -> file.endsWith(name + ".json"))
                .map(file -> parse(bytes(file)))
                .findFirst()
                .orElseThrow();
    }

    /** One golden example, such as {@code intake/case.registered.v1/kettle}. */
    public static ObjectNode example(String name) {
        return parse(bytes(FOLDER.resolve(name + ".json")));
    }

    /** Every word of every closed list in the contract of an event, and in what it shares. */
    public static Set<String> words(EventType type) {
        var words = new HashSet<String>();
        try (var folders = Files.walk(FOLDER)) {
            folders.filter(file ->
                            file.getParent().endsWith("common")
                                    || file.endsWith(type.contract() + ".schema.json"))
                    .filter(file -> file.toString().endsWith(".json"))
                    .map(file -> parse(bytes(file)))
                    .flatMap(schema -> schema.findValues("enum").stream())
                    .forEach(list -> list.forEach(word -> words.add(word.asText())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    public static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectNode parse(byte[] json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String schema(String address) {
        return address.startsWith(ADDRESS)
                ? new String(bytes(FOLDER.resolve(address.substring(ADDRESS.length()))), UTF_8)
                : null;
    }

    private static byte[] bytes(Path example) {
        try {
            return Files.readAllBytes(example);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
