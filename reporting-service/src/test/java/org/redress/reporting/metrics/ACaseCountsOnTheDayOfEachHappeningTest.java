package org.redress.reporting.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.reporting.facts.FactFixtures.SHANGHAI;
import static org.redress.reporting.facts.FactFixtures.fold;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.reporting.Story;

class ACaseCountsOnTheDayOfEachHappeningTest {
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-21");

    @Test
    void aCaseThatNobodyAssessedYetCountsAsUnassigned() {
        var shares = shares(Story.ofARealCase().registered());

        assertThat(shares)
                .containsOnlyKeys(new Cell(FIRST_DAY, "UNASSIGNED", "UNASSESSED", "UNASSESSED"));
        assertThat(shares.values()).extracting(Share::registered).containsExactly(1);
    }

    @Test
    void aResolutionCountsOnItsOwnDayAndNotOnTheDayOfTheRegistration() {
        var shares =
                shares(
                        Story.ofARealCase()
                                .registered()
                                .assessed(1, "COMPLAINT", "LOW", "hq/quality")
                                .after(Duration.ofDays(2))
                                .resolved());

        var registration = shares.get(cell(0, "hq/quality", "COMPLAINT", "LOW"));
        var resolution = shares.get(cell(2, "hq/quality", "COMPLAINT", "LOW"));
        assertThat(registration.registered()).isEqualTo(1);
        assertThat(registration.resolved()).isZero();
        assertThat(resolution.registered()).isZero();
        assertThat(resolution.resolved()).isEqualTo(1);
        assertThat(resolution.secondsToResolve()).isEqualTo(2 * 86_400);
    }

    @Test
    void aReassessedCaseTakesAllItsDaysAlong() {
        var shares =
                shares(
                        Story.ofARealCase()
                                .registered()
                                .assessed(1, "COMPLAINT", "LOW", "hq/quality")
                                .after(Duration.ofDays(1))
                                .paged("e-1", 1)
                                .assessed(2, "EMERGENCY", "CRITICAL", "hq/safety"));

        assertThat(shares)
                .containsOnlyKeys(
                        cell(0, "hq/safety", "EMERGENCY", "CRITICAL"),
                        cell(1, "hq/safety", "EMERGENCY", "CRITICAL"));
    }

    @Test
    void aDrillCountsNowhere() {
        assertThat(shares(Story.ofADrill().registered())).isEmpty();
    }

    @Test
    void aCaseCountsNowhereBeforeItsRegistrationIsKnown() {
        assertThat(shares(Story.ofARealCase().paged("e-1", 1))).isEmpty();
    }

    @Test
    void aLongRoadLeavesItsShareOnEachDay() {
        var shares = shares(Story.ofALongRoad());

        var first = shares.get(cell(0, "hq/safety", "EMERGENCY", "CRITICAL"));
        var second = shares.get(cell(1, "hq/safety", "EMERGENCY", "CRITICAL"));
        var third = shares.get(cell(2, "hq/safety", "EMERGENCY", "CRITICAL"));
        assertThat(first).isEqualTo(new Share(1, 0, 0, 0, 0, 0, 0, 2, 1, 0, 363.0, null));
        assertThat(second.notSatisfied()).isEqualTo(1);
        assertThat(second.reopened()).isEqualTo(1);
        assertThat(second.clocksBreached()).isEqualTo(1);
        assertThat(second.exhausted()).isEqualTo(1);
        assertThat(third.satisfied()).isEqualTo(1);
        assertThat(third.closed()).isEqualTo(1);
    }

    private static Map<Cell, Share> shares(Story story) {
        return Share.of(fold(story), SHANGHAI);
    }

    private static Cell cell(int daysLater, String unit, String caseClass, String severity) {
        return new Cell(FIRST_DAY.plusDays(daysLater), unit, caseClass, severity);
    }
}
