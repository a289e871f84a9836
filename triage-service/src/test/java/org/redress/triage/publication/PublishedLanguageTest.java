package org.redress.triage.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.platform.messaging.EventJson;
import org.redress.platform.testing.Contract;
import org.redress.triage.assessment.Actor;
import org.redress.triage.assessment.Assessment;
import org.redress.triage.assessment.CaseFile;
import org.redress.triage.assessment.JudgedCase;
import org.redress.triage.assessment.Words;
import org.redress.triage.cases.CaseNumber;
import org.redress.triage.cases.Mode;
import org.redress.triage.cases.Unit;
import org.redress.triage.levels.CaseClass;
import org.redress.triage.levels.Category;
import org.redress.triage.levels.ConductLevel;
import org.redress.triage.levels.Priority;
import org.redress.triage.levels.ResponseLevel;
import org.redress.triage.levels.Severity;
import org.redress.triage.levels.Tier;
import org.redress.triage.publication.PublishedAssessment.CaseAssessed;
import org.redress.triage.rules.Judgement;
import org.redress.triage.rules.Reason;
import org.redress.triage.rules.SeenSignal;
import org.redress.triage.signals.Signal;

class PublishedLanguageTest {

    private static final Instant NOW = Instant.parse("2026-11-21T06:02:11.531Z");
    private static final UUID CASE_ID = UUID.fromString("01a1fcb2-b09a-7107-a80e-369372f74d9d");
    private static final Actor RULES = new Actor(Actor.Kind.RULE, null, "triage-table");
    private static final Judgement JUDGEMENT =
            new Judgement(
                    CaseClass.EMERGENCY,
                    Category.PRODUCT_SAFETY,
                    Severity.CRITICAL,
                    ConductLevel.NONE,
                    ResponseLevel.III,
                    Priority.P1,
                    Tier.T3,
                    new Unit("hq/quality"));
    private static final List<Reason> REASONS =
            List.of(new Reason("severity-injury", new Reason.Text("有人受伤", "Somebody is hurt")));
    private static final List<SeenSignal> SIGNALS =
            List.of(new SeenSignal(Signal.INJURY, List.of("受伤")));

    static Stream<Assessment> published() {
        return Stream.of(
                judged(1, new Words(REASONS, SIGNALS, null), RULES),
                judged(1, null, RULES),
                judged(
                        2,
                        new Words(REASONS, SIGNALS, "已核实"),
                        new Actor(Actor.Kind.PERSON, "triage-officer", "zhao.lei")));
    }

    @ParameterizedTest
    @MethodSource("published")
    void what_triage_publishes_is_what_the_schema_says(Assessment assessment) {
        var file =
                new CaseFile(CASE_ID, new CaseNumber("C-20261121-000420"), Mode.REAL, 1, Unit.TOP);
        var event = CaseAssessed.of(new JudgedCase(file, assessment), NOW);

        var json = new String(EventJson.write(event), UTF_8);

        assertThat(Contract.of(event.type()).faults(json)).isEmpty();
    }

    private static Assessment judged(int revision, @Nullable Words words, Actor by) {
        return new Assessment(
                revision, JUDGEMENT, JUDGEMENT, words, "2026.1+00000000", Set.of(), by, NOW);
    }
}
