package org.redress.escalation;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The published language, as the files in contracts/ have it. */
public final class Contracts {

    private static final Path FOLDER = Path.of("../contracts").toAbsolutePath().normalize();
    private static final String ADDRESS = "https://redress.example/contracts/";
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry -> registry.schemas(Contracts::schema));

    private Contracts() {}

    /** What is wrong with the JSON by a schema such as {@code escalation/case.closed.v1}. */
    public static List<String> faults(String schema, String json) {
        return SCHEMAS
                .getSchema(SchemaLocation.of(ADDRESS + schema + ".schema.json"))
                .validate(
                        json,
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** The golden examples of an event such as {@code intake/case.registered.v1}. */
    public static Stream<String> examples(String event) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(event))) {
            return files.sorted().map(Contracts::text).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String schema(String address) {
        return text(FOLDER.resolve(address.substring(ADDRESS.length())));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
