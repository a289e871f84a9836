package org.redress.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.local.Failure;

class TheScriptIsPlayedAsWrittenTest {

    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");

    @Test
    void thereAreAtLeastTwelveCasesInBothLanguages() {
        List<PlayedCase> script = PlayedCase.script();

        assertThat(script).hasSizeGreaterThanOrEqualTo(12);
        assertThat(script).extracting(PlayedCase::isChinese).contains(true, false);
        assertThat(script).anyMatch(played -> !played.isSatisfiedIn(1));
        assertThat(script).allMatch(played -> played.isSatisfiedIn(2));
    }

    @Test
    void theIncidentHappenedAsLongAgoAsWritten() {
        // given
        PlayedCase kettle = PlayedCase.script().getFirst();
        // when
        var form = kettle.formAt(NOW);
        // then
        assertThat(form.at("/incident/occurredAt").asText()).isEqualTo("2026-11-21T04:00:00Z");
        assertThat(kettle.form().at("/incident/occurredAt").asText()).isEqualTo("-PT2H");
    }

    @Test
    void theFormsHoldEachCase() {
        assertThat(PlayedCase.script())
                .allSatisfy(played -> {
                    assertThat(played.formAt(NOW).path("description").asText()).isNotBlank();
                    assertThat(played.resolutionOf(2)).endsWith(played.resolutionOf(1));
                });
    }

    @Test
    void whatDiffersFromTheExpectationIsTold() {
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

    @Test
    void theCommandLineIsAFileAndARateOrNothing() {
        assertThat(Demo.Options.read(List.of()))
                .isEqualTo(new Demo.Options(Optional.empty(), OptionalDouble.empty()));
        assertThat(Demo.Options.read(List.of("--file", "a.jsonl", "--rate", "20/s")))
                .isEqualTo(
                        new Demo.Options(Optional.of(Path.of("a.jsonl")), OptionalDouble.of(20)));
    }

    @ParameterizedTest
    @CsvSource({
        "--fast, There is no option --fast.",
        "--file, --file needs a value.",
        "--rate 5, --rate belongs to --file.",
        "--file a --rate 0, --rate is a number",
        "--file a --rate -1, --rate is a number",
        "--file a --rate soon, --rate is a number"
    })
    void aWrongCommandLineIsExplained(String arguments, String sentence) {
        assertThatThrownBy(() -> Demo.Options.read(List.of(arguments.split(" ", -1))))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith(sentence);
    }
}
