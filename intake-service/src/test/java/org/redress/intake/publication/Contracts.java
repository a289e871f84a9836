package org.redress.intake.publication;

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
import org.jspecify.annotations.Nullable;

/** The schemas of what intake publishes, for tests. */
public final class Contracts {

    private static final Path CONTRACTS = Path.of("..", "contracts");
    private static final String BASE = "https://redress.example/contracts/";
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry -> registry.schemas(Contracts::schema));

    private Contracts() {}

    /** What is wrong with this payload of an event of this CloudEvents type. */
    public static List<Error> violations(String type, String json) {
        String stem = type.replaceFirst("^redress\\.", "");
        return SCHEMAS.getSchema(SchemaLocation.of(BASE + "intake/" + stem + ".schema.json"))
                .validate(
                        json,
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)));
    }

    private static @Nullable String schema(String address) {
        try {
            return address.startsWith(BASE)
                    ? Files.readString(CONTRACTS.resolve(address.substring(BASE.length())))
                    : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
