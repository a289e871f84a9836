package org.redress.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} is what the code says. */
class TheConfigurationIsDescribedTest {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path RENEWED = Path.of("target", "configuration.md");

    @Test
    void by_a_page_that_is_what_the_code_says() throws IOException {
        var page = ConfigurationReference.of(ROOT);
        Files.writeString(RENEWED, page);

        assertThat(Files.readString(ROOT.resolve("docs/configuration.md")))
                .as("cp platform/testing/%s docs/configuration.md", RENEWED)
                .isEqualTo(page);
    }
}
