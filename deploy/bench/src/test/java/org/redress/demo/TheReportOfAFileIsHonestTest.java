package org.redress.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.redress.demo.Facts.Told;
import org.redress.local.Answer;

class TheReportOfAFileIsHonestTest {

    private static final Instant ANSWERED = Instant.parse("2026-11-21T06:00:00Z");

    private final Map<String, Told> facts = new HashMap<>();
    private final Tally tally = new Tally(id -> Optional.ofNullable(facts.get(id)));

    @Test
    void each_case_with_its_fact_is_counted() {
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
                .containsPattern("severity +HIGH +1 +50\\.0")
                .containsPattern("201 → assessed +40 ms +60 ms +60 ms")
                .contains("cases answered 201 = 2, facts on redress.bi.case-facts = 2");
        assertThat(tally.unreported()).isZero();
    }

    @Test
    void a_case_without_a_fact_is_a_lost_case() {
        // given
        answered(1, "c1");
        answered(2, "c2");
        told("c1", "HIGH", Optional.of(ANSWERED));
        // then
        assertThat(report()).contains("cases answered 201 = 2, facts on redress.bi.case-facts = 1");
        assertThat(tally.unreported()).isEqualTo(1);
    }

    @Test
    void a_fact_without_an_assessment_is_not_enough() {
        // given
        answered(1, "c1");
        told("c1", "", Optional.empty());
        // then
        assertThat(report()).contains("1 cases have no assessment within the wait.");
        assertThat(tally.unreported()).isEqualTo(1);
    }

    @Test
    void lines_that_came_to_nothing_are_told_with_the_reason() {
        // given
        tally.failed(3, "is not JSON");
        tally.answered(5, new Registration.Refused("413: The body is larger than 1 MB."));
        tally.answered(6, new Registration.NotNow("503"));
        // then
        assertThat(report())
                .contains(
                        "3 lines became no case:",
                        "line 3: is not JSON",
                        "line 5: refused by intake: 413: The body is larger than 1 MB.",
                        "line 6: not answered: 503");
    }

    private void answered(int line, String caseId) {
        tally.answered(
                line,
                new Registration.Accepted(caseId, "C-" + line, ANSWERED, Duration.ofMillis(12)));
    }

    private void told(String caseId, String severity, Optional<Instant> assessedAt) {
        ObjectNode fact = Answer.JSON.createObjectNode().put("severity", severity);
        assessedAt.ifPresent(at -> fact.put("assessedAt", at.toString()));
        facts.put(caseId, new Told(ANSWERED.plusMillis(200), fact));
    }

    private String report() {
        return String.join("\n", tally.report(Duration.ofSeconds(1)));
    }
}
