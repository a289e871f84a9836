package org.redress.reporting.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** One word for one thing in all services: {@code contracts/vocabulary.yaml}. */
class LevelsAreCalledByTheirWordsTest {

    /** Every list of which some sentence says a word. */
    private static final List<String> TOLD =
            List.of(
                    "severity",
                    "caseClass",
                    "category",
                    "responseLevel",
                    "priority",
                    "tier",
                    "closedAs",
                    "truth",
                    "demand",
                    "liability",
                    "customerTier",
                    "channel",
                    "clock");

    private static final Map<String, Locale> LANGUAGES =
            Map.of("zh", Locale.SIMPLIFIED_CHINESE, "en", Locale.ENGLISH);

    @Test
    void in_every_sentence_of_both_languages() throws IOException {
        JsonNode vocabulary =
                new YAMLMapper().readTree(Path.of("../contracts/vocabulary.yaml").toFile());

        LANGUAGES.forEach((language, locale) -> {
            var words = words(locale);
            for (var list : TOLD) {
                assertThat(vocabulary.path(list).properties()).isNotEmpty();
                vocabulary
                        .path(list)
                        .properties()
                        .forEach(entry ->
                                assertThat(words.getString(list + "." + entry.getKey()))
                                        .isEqualTo(entry.getValue().path(language).asText()));
            }
        });
    }

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle(
                "org.redress.reporting.timeline.sentences",
                language,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
