package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlatformWordsTest {

    private static final Pattern WORDS_OF_THE_DOMAIN =
            Pattern.compile(
                    "(?i)\\b(complaint|triage|escalation|severity|assessment|case[ _]?number|(?<!\\.)handler|intake)\\b");

    @Test
    void the_platform_has_no_word_of_the_domain() throws IOException {
        try (var sources = Files.walk(Path.of("..")).filter(PlatformWordsTest::isMainSource)) {
            assertThat(sources)
                    .isNotEmpty()
                    .allSatisfy(source ->
                            assertThat(Files.readAllLines(source))
                                    .filteredOn(line -> !line.startsWith("import "))
                                    .noneMatch(line -> WORDS_OF_THE_DOMAIN.matcher(line).find()));
        }
    }

    private static boolean isMainSource(Path path) {
        return path.toString().contains("src/main/java") && path.toString().endsWith(".java");
    }
}
