package org.redress.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.triage.levels.CaseClass;
import org.redress.triage.levels.Category;
import org.redress.triage.levels.ConductLevel;
import org.redress.triage.levels.Priority;
import org.redress.triage.levels.ResponseLevel;
import org.redress.triage.levels.Severity;
import org.redress.triage.levels.Tier;

/** Reasons name levels by the words of {@code contracts/vocabulary.yaml}, as all services do. */
class LevelsAreCalledByTheirWordsTest {

    private static final JsonNode WORDS = words();

    @ParameterizedTest
    @ValueSource(strings = {"response", "tier"})
    void a_reason_for_a_level_names_that_level(String decision) {
        var list = decision.equals("response") ? "responseLevel" : decision;

        assertThat(reasonsOf(decision))
                .isNotEmpty()
                .allSatisfy(rule -> {
                    var level = rule.output().replace("\"", "");
                    assertThat(named(list, "zh", rule.text().zh()))
                            .as(rule.id())
                            .containsExactly(level);
                    assertThat(named(list, "en", rule.text().en()))
                            .as(rule.id())
                            .containsExactly(level);
                });
    }

    @ParameterizedTest
    @EnumSource(names = {"HIGH", "CRITICAL"})
    void a_reason_for_a_priority_or_a_tier_names_the_severity_that_it_follows(Severity severity) {
        var name = severity.name().toLowerCase(Locale.ROOT);

        assertThat(Rules.TABLES.rules())
                .filteredOn(rule ->
                        rule.id().equals("priority-" + name) || rule.id().equals("tier-" + name))
                .hasSize(2)
                .allSatisfy(rule -> {
                    assertThat(named("severity", "zh", rule.text().zh()))
                            .as(rule.id())
                            .containsExactly(severity.name());
                    assertThat(named("severity", "en", rule.text().en()))
                            .as(rule.id())
                            .containsExactly(severity.name());
                });
    }

    @Test
    void what_is_always_critical_is_called_so() {
        assertThat(Rules.TABLES.rules())
                .filteredOn(rule -> rule.text().zh().contains("一律为"))
                .isNotEmpty()
                .allSatisfy(rule -> {
                    assertThat(rule.text().zh())
                            .endsWith("一律为" + WORDS.at("/severity/CRITICAL/zh").asText());
                    assertThat(rule.text().en())
                            .endsWith("always " + WORDS.at("/severity/CRITICAL/en").asText());
                });
    }

    @Test
    void a_word_within_the_word_of_another_level_does_not_count() {
        assertThat(named("severity", "zh", "特别重大事件")).containsExactly("CRITICAL");
        assertThat(named("severity", "zh", "重大事件")).containsExactly("HIGH");
        assertThat(named("responseLevel", "en", "Emergency response level II"))
                .containsExactly("II");
    }

    /** The levels that a text names: of words within each other, as 重大 in 特别重大, the longest. */
    private static Set<String> named(String list, String language, String text) {
        var left = text.toLowerCase(Locale.ROOT);
        var named = new HashSet<String>();
        var byLength =
                WORDS.get(list).properties().stream()
                        .sorted(
                                Comparator.comparing(level ->
                                        -level.getValue().path(language).asText().length()))
                        .toList();
        for (var level : byLength) {
            var literal =
                    Pattern.quote(
                            level.getValue().path(language).asText().toLowerCase(Locale.ROOT));
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

    @Test
    void every_level_that_triage_knows_has_its_word() {
        var levels =
                Stream.of(
                                CaseClass.values(),
                                Category.values(),
                                Severity.values(),
                                ConductLevel.values(),
                                ResponseLevel.values(),
                                Priority.values(),
                                Tier.values())
                        .flatMap(Stream::of);

        assertThat(levels)
                .allSatisfy(level -> {
                    var type = level.getDeclaringClass().getSimpleName();
                    var list = Character.toLowerCase(type.charAt(0)) + type.substring(1);
                    assertThat(WORDS.at("/" + list + "/" + level).hasNonNull("zh")).isTrue();
                });
    }

    private static Stream<TableRule> reasonsOf(String decision) {
        return Rules.TABLES.rules().stream()
                .filter(rule -> rule.id().startsWith(decision + "-"))
                .filter(rule -> !rule.text().en().isEmpty());
    }

    private static JsonNode words() {
        try {
            return new YAMLMapper()
                    .readTree(Path.of("..", "contracts", "vocabulary.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
