package org.redress.triage.assessment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.platform.messaging.EventJson;
import org.redress.platform.messaging.UnreadableEvent;
import org.redress.triage.Contracts;
import org.redress.triage.cases.CaseCorrected;
import org.redress.triage.cases.CaseNumber;
import org.redress.triage.cases.CaseRegistered;
import org.redress.triage.cases.Mode;
import org.redress.triage.cases.Unit;
import org.redress.triage.levels.CaseClass;
import org.redress.triage.levels.Category;
import org.redress.triage.levels.ConductLevel;
import org.redress.triage.levels.Priority;
import org.redress.triage.levels.ResponseLevel;
import org.redress.triage.levels.Severity;
import org.redress.triage.levels.Tier;
import org.redress.triage.rules.Finding;
import org.redress.triage.rules.Judgement;
import org.redress.triage.rules.Reason;
import org.redress.triage.rules.SeenSignal;
import org.redress.triage.signals.Signal;

class ContractsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T06:02:11.531Z");
    private static final UUID CASE_ID = UUID.fromString("01a1fcb2-b09a-7107-a80e-369372f74d9d");

    static Stream<Assessment> published() {
        var byRules = Assessment.first(finding(), NOW);
        return Stream.of(
                byRules,
                byRules.telling(null),
                byRules.revised(finding().judgement(), Actor.officer("zhao.lei"), "已核实", NOW));
    }

    @ParameterizedTest
    @MethodSource("published")
    void what_triage_publishes_is_what_the_schema_says(Assessment assessment) {
        var file =
                new CaseFile(CASE_ID, new CaseNumber("C-20261121-000420"), Mode.REAL, 1, Unit.TOP);
        var event = CaseAssessed.of(new JudgedCase(file, assessment), NOW);

        var json = new String(EventJson.write(event), UTF_8);

        assertThat(Contracts.violations("triage", "case.assessed", json)).isEmpty();
    }

    static Stream<Path> registered() {
        return Contracts.examples("intake", "case.registered");
    }

    @ParameterizedTest
    @MethodSource("registered")
    void every_registered_case_that_intake_may_publish_is_read(Path example) {
        var event = EventJson.read(Contracts.read(example).getBytes(UTF_8), CaseRegistered.class);

        assertThat(event.facts(Unit.TOP).saysNothing()).isFalse();
    }

    static Stream<Path> corrected() {
        return Contracts.examples("intake", "case.corrected");
    }

    @ParameterizedTest
    @MethodSource("corrected")
    void every_correction_that_intake_may_publish_is_read(Path example) {
        var event = EventJson.read(Contracts.read(example).getBytes(UTF_8), CaseCorrected.class);

        assertThat(event.caseId()).isNotNull();
    }

    @Test
    void a_registration_without_its_case_is_unreadable() {
        var json = "{\"caseNumber\": \"C-20261121-000420\", \"round\": 1}".getBytes(UTF_8);

        assertThatThrownBy(() -> EventJson.read(json, CaseRegistered.class))
                .isInstanceOf(UnreadableEvent.class);
    }

    private static Finding finding() {
        return new Finding(
                new Judgement(
                        CaseClass.EMERGENCY,
                        Category.PRODUCT_SAFETY,
                        Severity.CRITICAL,
                        ConductLevel.NONE,
                        ResponseLevel.III,
                        Priority.P1,
                        Tier.T3,
                        new Unit("hq/quality")),
                List.of(new Reason("severity-injury", new Reason.Text("有人受伤", "Somebody is hurt"))),
                List.of(new SeenSignal(Signal.INJURY, List.of("受伤"))),
                "2026.1+00000000",
                Set.of());
    }
}
