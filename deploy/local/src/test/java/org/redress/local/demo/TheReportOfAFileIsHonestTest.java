package org.redress.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.redress.local.demo.FactWatch.Fact;
import org.redress.local.demo.FactWatch.Seen;

class TheReportOfAFileIsHonestTest {

    private static final Instant ANSWERED = Instant.parse("2026-11-21T06:00:00Z");

    private final Map<String, Seen> facts = new HashMap<>();
    private final Tally tally = Tally.with(id -> Optional.ofNullable(facts.get(id)));
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void eachCaseWithItsFactIsCounted() {
        // given
        answered(1, "c1");
        answered(2, "c2");
        told("c1", "HIGH", Optional.of(ANSWERED.plusMillis(40)));
        told("c2", "LOW", Optional.of(ANSWERED.plusMillis(60)));
        // when
        String report = report();
        // then
        assertThat(report)
                .contains("2 cases answered 201 in 1.0 s, which is 2.0/s.")
                .contains("severity   HIGH                    1  50.0 %  ███████████████")
                .containsPattern("201 → assessed +40 ms +60 ms +60 ms")
                .contains("cases answered 201 = 2, facts on redress.bi.case-facts = 2");
        assertThat(isWhole()).isTrue();
    }

    @Test
    void aCaseWithoutAFactIsALostCase() {
        // given
        answered(1, "c1");
        answered(2, "c2");
        told("c1", "HIGH", Optional.of(ANSWERED));
        // then
        assertThat(report()).contains("cases answered 201 = 2, facts on redress.bi.case-facts = 1");
        assertThat(isWhole()).isFalse();
    }

    @Test
    void aFactWithoutAnAssessmentIsNotEnough() {
        // given
        answered(1, "c1");
        told("c1", "", Optional.empty());
        // then
        assertThat(report())
                .contains("(not assessed)")
                .contains("1 cases have no assessment within the wait.");
        assertThat(isWhole()).isFalse();
    }

    @Test
    void linesThatCameToNothingAreToldWithTheReason() {
        // given
        tally.bad().put(7, "is not JSON");
        tally.bad().put(3, "is not JSON");
        tally.answered(5, new Registration.Refused("413: The body is larger than 1 MB."));
        tally.answered(6, new Registration.NotNow("503"));
        // then
        assertThat(report())
                .contains("Bad lines, skipped: 2", "line 3, 7 is not JSON")
                .contains("Refused by intake: 1", "line 5 413: The body is larger than 1 MB.")
                .contains("Not answered: 1", "line 6 503");
        assertThat(tally.done()).isEqualTo(4);
    }

    private void answered(int line, String caseId) {
        tally.answered(
                line,
                new Registration.Accepted(caseId, "C-" + line, ANSWERED, Duration.ofMillis(12)));
    }

    private void told(String caseId, String severity, Optional<Instant> assessedAt) {
        Fact fact = new Fact("COMPLAINT", "DELIVERY", severity, "NONE", "hq", "NEW", assessedAt);
        facts.put(caseId, Seen.of(fact, ANSWERED.plusMillis(200)));
    }

    private boolean isWhole() {
        return new FileReport(terminal(), tally).isWhole();
    }

    private String report() {
        new FileReport(terminal(), tally).print(Duration.ofSeconds(1));
        return shown.toString(StandardCharsets.UTF_8);
    }

    private Terminal terminal() {
        return new Terminal(new PrintStream(shown, true, StandardCharsets.UTF_8), false, 120);
    }
}
