package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.redress.local.Platform;
import org.redress.local.Service;

/** A front end's generator reads each document without a complaint and makes a client of it. */
@ExtendWith(RunningPlatform.class)
class GeneratorsUnderstandTheApiTest {

    private static final Pattern METHOD = Pattern.compile("async (\\w+)\\(");

    @TempDir Path folder;

    private final Platform platform;

    GeneratorsUnderstandTheApiTest(Platform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void a_typescript_client_is_made_of_the_document(Service service) throws Exception {
        // given
        var document =
                Files.writeString(
                        folder.resolve("openapi.json"), Described.text(platform, service));

        // when
        var generator =
                new CodegenConfigurator()
                        .setGeneratorName("typescript-fetch")
                        .setInputSpec(document.toString())
                        .setOutputDir(folder.resolve("client").toString())
                        .setValidateSpec(true);
        var files = new DefaultGenerator().opts(generator.toClientOptInput()).generate();

        // then
        assertThat(files).anyMatch(file -> file.getName().endsWith("Api.ts"));
        var methods = new HashSet<String>();
        for (var file : files) {
            var method = METHOD.matcher(Files.readString(file.toPath()));
            while (method.find()) {
                methods.add(bare(method.group(1)));
            }
        }
        for (var operation : Described.of(platform, service).operations()) {
            var id = operation.description().path("operationId").asText();
            assertThat(id).as("operationId of %s", operation).isNotEmpty();
            assertThat(methods).as("%s of %s", id, operation).contains(bare(id));
        }
    }

    /** Generators join the words of an id in their own way. */
    private static String bare(String id) {
        return id.replaceAll("\\W|_", "").toLowerCase(Locale.ROOT);
    }
}
