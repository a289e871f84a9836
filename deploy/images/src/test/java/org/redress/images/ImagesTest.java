package org.redress.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.local.Failure;
import picocli.CommandLine;

class ImagesTest {

    private final StringWriter screen = new StringWriter();

    @TempDir Path folder;

    @Test
    void a_base_that_cannot_be_fetched_is_told_in_a_sentence() throws IOException {
        FastJar jar = SmallFastJar.write(folder.resolve("quarkus-app"));
        var image = new ServiceImage(jar, "tar:///nowhere/jre25.tar", Map.of());

        assertThatThrownBy(() -> image.writeInto(folder.resolve("built")))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith(
                        "The base image tar:///nowhere/jre25.tar could not be fetched (")
                .hasMessageEndingWith(
                        "--base takes another one, one in an archive (tar:///path), or scratch, which has no Java.");
    }

    @Test
    void a_jar_that_nobody_knows_is_in_no_bill() throws IOException {
        FastJar jar = SmallFastJar.write(folder);
        Files.writeString(folder.resolve("lib/main/com.example.stray-1.0.jar"), "stray");

        assertThatThrownBy(() -> Sbom.of(jar))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Nothing says what")
                .hasMessageContaining("com.example.stray-1.0.jar");
    }

    @Test
    void a_service_that_is_none_is_refused() {
        assertThat(execute("--service", "billing")).isEqualTo(2);

        assertThat(screen.toString()).contains("'billing'", "INTAKE");
    }

    @Test
    void it_tells_what_it_can_do() {
        assertThat(execute("--help")).isZero();

        assertThat(screen.toString())
                .contains("./redress images", "--base", "--service", "--source");
    }

    private int execute(String... words) {
        CommandLine line = Images.commandLine();
        line.setOut(new PrintWriter(screen)).setErr(new PrintWriter(screen));
        return line.execute(words);
    }
}
