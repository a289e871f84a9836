package org.redress.triage;

import static java.nio.charset.StandardCharsets.UTF_8;

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

/** The published language: schemas and golden examples as they lie in {@code contracts/}. */
public final class Contracts {

    private static final Path FOLDER = Path.of("..", "contracts");
    private static final String BASE = "https://redress.example/contracts/";
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry -> registry.schemas(Contracts::schema));

    private Contracts() {}

    /** What is wrong with a payload, by the schema of its event. */
    public static List<Error> violations(String owner, String event, String json) {
        return SCHEMAS.getSchema(SchemaLocation.of(BASE + owner + "/" + event + ".v1.schema.json"))
                .validate(
                        json,
                        InputFormat.JSON,
                        run -> run.executionConfig(c -> c.formatAssertionsEnabled(true)));
    }

    /** The golden examples of an event. */
    public static Stream<Path> examples(String owner, String event) {
        try (var files = Files.list(FOLDER.resolve(owner).resolve(event + ".v1"))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One golden example. */
    public static String example(String owner, String event, String name) {
        return read(FOLDER.resolve(owner).resolve(event + ".v1").resolve(name + ".json"));
    }

    public static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String schema(String address) {
        return address.startsWith(BASE)
                ? read(FOLDER.resolve(address.substring(BASE.length())))
                : null;
    }
}
