package org.redress.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TheScriptIsPlayedAsWrittenTest {

    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");

    @Test
    void there_are_at_least_twelve_cases_in_both_languages() {
        List<PlayedCase> script = PlayedCase.script();

        assertThat(script).hasSizeGreaterThanOrEqualTo(12);
        assertThat(script).extracting(PlayedCase::isChinese).contains(true, false);
        assertThat(script).anyMatch(played -> !played.isSatisfiedIn(1));
        assertThat(script).allMatch(played -> played.isSatisfiedIn(2));
    }

    @Test
    void the_incident_happened_as_long_ago_as_written() {
        // given
        PlayedCase kettle = PlayedCase.script().getFirst();
        // when
        var form = kettle.formAt(NOW);
        // then
        assertThat(form.at("/incident/occurredAt").asText()).isEqualTo("2026-11-21T04:00:00Z");
        assertThat(kettle.form().at("/incident/occurredAt").asText()).isEqualTo("-PT2H");
    }

    @Test
    void the_forms_hold_each_case() {
        assertThat(PlayedCase.script())
                .allSatisfy(played -> {
                    assertThat(played.formAt(NOW).path("description").asText()).isNotBlank();
                    assertThat(played.resolutionOf(2)).endsWith(played.resolutionOf(1));
                });
    }

    @Test
    void what_differs_from_the_expectation_is_told() {
        // given
        Assessment found =
                new Assessment(
                        NOW,
                        "COMPLAINT",
                        "DELIVERY",
                        "MEDIUM",
                        "NONE",
                        "hq/logistics",
                        List.of(),
                        List.of());
        // then
        assertThat(found.differences(Map.of("severity", "HIGH", "caseClass", "COMPLAINT")))
                .containsExactly("severity MEDIUM, expected HIGH");
        assertThat(found.differences(Map.of("severity", "MEDIUM"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--fast, Unknown option: '--fast'",
        "--file, Missing required parameter for option '--file'",
        "--rate 5, Missing required argument(s): --file",
        "--file a --rate 0, it is a number of lines per second",
        "--file a --rate -1, it is a number of lines per second",
        "--file a --rate soon, it is a number of lines per second"
    })
    void a_wrong_command_line_is_explained(String arguments, String sentence) {
        assertThatThrownBy(() -> new CommandLine(new Demo()).parseArgs(arguments.split(" ", -1)))
                .hasMessageContaining(sentence);
    }

    @Test
    void the_command_line_is_a_file_and_a_rate_or_nothing() {
        assertThat(new CommandLine(new Demo()).parseArgs().expandedArgs()).isEmpty();
        assertThat(
                        new CommandLine(new Demo())
                                .parseArgs("--file", "a.jsonl", "--rate", "20/s")
                                .<Double>matchedOptionValue("--rate", 0.0))
                .isEqualTo(20);
    }
}
