package org.redress.notification;

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
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.platform.messaging.EventJson;

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

    /** What is wrong with a payload by a schema such as {@code notification/message.sent.v1}. */
    public static List<Error> faults(String schema, String json) {
        return SCHEMAS.getSchema(SchemaLocation.of(ADDRESS + schema + ".schema.json"))
                .validate(
                        json,
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)));
    }

    /** Every golden example of an event such as {@code intake/case.registered.v1}, as a record. */
    public static <T> Stream<T> examples(String event, Class<T> type) {
        try (var files = Files.list(FOLDER.resolve(event))) {
            return files.sorted().map(Contracts::bytes).toList().stream()
                    .map(bytes -> EventJson.read(bytes, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One golden example, such as {@code intake/case.registered.v1/kettle}. */
    public static ObjectNode example(String name) {
        try {
            return (ObjectNode) JSON.readTree(bytes(FOLDER.resolve(name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String schema(String address) {
        return address.startsWith(ADDRESS)
                ? new String(bytes(FOLDER.resolve(address.substring(ADDRESS.length()))), UTF_8)
                : null;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
