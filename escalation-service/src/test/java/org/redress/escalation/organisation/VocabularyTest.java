package org.redress.escalation.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A level has one word in all services: that of contracts/vocabulary.yaml. */
class VocabularyTest {

    private final Document file =
            OrganisationYaml.read("organisation.yaml", DemoOrganisation.text());

    private final JsonNode words;

    VocabularyTest() throws IOException {
        words =
                new YAMLMapper()
                        .readTree(Path.of("../contracts/vocabulary.yaml").toFile())
                        .get("severity");
    }

    @Test
    void a_policy_for_a_severity_calls_it_by_its_word_and_names_no_other() {
        assertThat(file.policies())
                .filteredOn(policy -> !policy.severities().isEmpty())
                .hasSizeGreaterThan(2)
                .allSatisfy(policy -> {
                    var severities = policy.severities().stream().map(Enum::name).toList();
                    assertThat(named("zh", policy.name().zh()))
                            .containsExactlyInAnyOrderElementsOf(severities);
                    assertThat(named("en", policy.name().en()))
                            .containsExactlyInAnyOrderElementsOf(severities);
                });
    }

    @Test
    void a_word_within_the_word_of_another_level_does_not_count() {
        assertThat(named("zh", "特别重大事件升级预案")).containsExactly("CRITICAL");
        assertThat(named("zh", "重大投诉升级预案")).containsExactly("HIGH");
        assertThat(named("en", "High-severity complaint, slowly")).containsExactly("HIGH");
    }

    /** The levels that a text names: of words within each other, as 重大 in 特别重大, the longest. */
    private Set<String> named(String language, String text) {
        var left = text.toLowerCase(Locale.ROOT);
        var named = new HashSet<String>();
        var byLength =
                words.properties().stream()
                        .sorted(
                                Comparator.comparing(level ->
                                        -level.getValue().path(language).asText().length()))
                        .toList();
        for (var level : byLength) {
            var literal = Pattern.quote(level.getValue().path(language).asText());
            var word =
                    Pattern.compile(language.equals("en") ? "\\b" + literal + "\\b" : literal)
                            .matcher(left);
            if (word.find()) {
                named.add(level.getKey());
                left = word.replaceAll(" ");
            }
        }
        return named;
    }
}
