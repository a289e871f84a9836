package org.redress.reporting.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.reporting.facts.FactFixtures.SHANGHAI;
import static org.redress.reporting.facts.FactFixtures.fold;
import static org.redress.reporting.metrics.Measure.ACKNOWLEDGED;
import static org.redress.reporting.metrics.Measure.CLOCKS_BREACHED;
import static org.redress.reporting.metrics.Measure.CLOSED;
import static org.redress.reporting.metrics.Measure.EXHAUSTED;
import static org.redress.reporting.metrics.Measure.NOT_SATISFIED;
import static org.redress.reporting.metrics.Measure.PAGES;
import static org.redress.reporting.metrics.Measure.REGISTERED;
import static org.redress.reporting.metrics.Measure.REOPENED;
import static org.redress.reporting.metrics.Measure.RESOLVED;
import static org.redress.reporting.metrics.Measure.SATISFIED;
import static org.redress.reporting.metrics.Measure.SECONDS_TO_ACKNOWLEDGE;
import static org.redress.reporting.metrics.Measure.SECONDS_TO_RESOLVE;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.reporting.Story;

class ACaseCountsOnTheDayOfEachHappeningTest {
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-21");

    @Test
    void a_case_that_nobody_assessed_yet_counts_as_unassigned() {
        var shares = shares(Story.ofARealCase().registered());

        assertThat(shares)
                .containsOnlyKeys(new Cell(FIRST_DAY, "UNASSIGNED", "UNASSESSED", "UNASSESSED"));
        assertThat(shares.values()).extracting(share -> share.get(REGISTERED)).containsExactly(1);
    }

    @Test
    void a_resolution_counts_on_its_own_day_and_not_on_the_day_of_the_registration() {
        var shares =
                shares(
                        Story.ofARealCase()
                                .registered()
                                .assessed(1, "COMPLAINT", "LOW", "hq/quality")
                                .after(Duration.ofDays(2))
                                .resolved());

        var registration = shares.get(cell(0, "hq/quality", "COMPLAINT", "LOW"));
        var resolution = shares.get(cell(2, "hq/quality", "COMPLAINT", "LOW"));
        assertThat(registration.get(REGISTERED)).isEqualTo(1);
        assertThat(registration.get(RESOLVED)).isEqualTo(0);
        assertThat(resolution.get(REGISTERED)).isEqualTo(0);
        assertThat(resolution.get(RESOLVED)).isEqualTo(1);
        assertThat(resolution.get(SECONDS_TO_RESOLVE)).isEqualTo(2 * 86_400.0);
    }

    @Test
    void a_reassessed_case_takes_all_its_days_along() {
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
    void a_drill_counts_nowhere() {
        assertThat(shares(Story.ofADrill().registered())).isEmpty();
    }

    @Test
    void a_test_counts_nowhere() {
        assertThat(shares(Story.ofATest().registered())).isEmpty();
    }

    @Test
    void a_case_counts_for_the_unit_that_escalation_gave_it_to() {
        var shares =
                shares(
                        Story.ofARealCase()
                                .registered()
                                .assessed(1, "COMPLAINT", "LOW", "hq/quality")
                                .assigned("T1", "hq/finance"));

        assertThat(shares).containsOnlyKeys(cell(0, "hq/finance", "COMPLAINT", "LOW"));
    }

    @Test
    void of_two_resolutions_of_one_day_the_last_tells_how_long_it_took() {
        var shares =
                shares(
                        Story.ofARealCase()
                                .registered()
                                .after(Duration.ofHours(1))
                                .resolved()
                                .reopened("T2")
                                .after(Duration.ofHours(2))
                                .resolved());

        var share = shares.values().iterator().next();
        assertThat(share.get(RESOLVED)).isEqualTo(2);
        assertThat(share.get(SECONDS_TO_RESOLVE)).isEqualTo(3 * 3600.0);
    }

    @Test
    void the_last_of_a_day_is_the_latest_whichever_round_it_is_of() {
        var shares =
                shares(
                        Story.ofARealCase()
                                .registered()
                                .after(Duration.ofHours(3))
                                .resolved()
                                .reopened("T2")
                                .after(Duration.ofHours(-1))
                                .resolved());

        assertThat(shares.values().iterator().next().get(SECONDS_TO_RESOLVE)).isEqualTo(3 * 3600.0);
    }

    @Test
    void every_escalation_that_was_acknowledged_counts_and_the_first_tells_how_long_it_took() {
        var shares =
                shares(
                        Story.ofARealCase()
                                .registered()
                                .paged("e-1", 1)
                                .after(Duration.ofMinutes(1))
                                .acknowledged("e-1")
                                .paged("e-2", 1)
                                .after(Duration.ofMinutes(1))
                                .acknowledged("e-2"));

        var share = shares.values().iterator().next();
        assertThat(share.get(ACKNOWLEDGED)).isEqualTo(2);
        assertThat(share.get(SECONDS_TO_ACKNOWLEDGE)).isEqualTo(60.0);
    }

    @Test
    void clocks_of_two_machines_that_differ_make_no_negative_time() {
        var shares =
                shares(Story.ofARealCase().registered().after(Duration.ofMillis(-5)).resolved());

        assertThat(shares.values().iterator().next().get(SECONDS_TO_RESOLVE)).isEqualTo(0.0);
    }

    @Test
    void a_case_counts_nowhere_before_its_registration_is_known() {
        assertThat(shares(Story.ofARealCase().paged("e-1", 1))).isEmpty();
    }

    @Test
    void a_long_road_leaves_its_share_on_each_day() {
        var shares = shares(Story.ofALongRoad());

        var first = shares.get(cell(0, "hq/safety", "EMERGENCY", "CRITICAL"));
        var second = shares.get(cell(1, "hq/safety", "EMERGENCY", "CRITICAL"));
        var third = shares.get(cell(2, "hq/safety", "EMERGENCY", "CRITICAL"));
        assertThat(first.values())
                .containsEntry(REGISTERED, 1)
                .containsEntry(RESOLVED, 0)
                .containsEntry(PAGES, 2)
                .containsEntry(ACKNOWLEDGED, 1)
                .containsEntry(SECONDS_TO_ACKNOWLEDGE, 363.0)
                .doesNotContainKey(SECONDS_TO_RESOLVE);
        assertThat(second.get(NOT_SATISFIED)).isEqualTo(1);
        assertThat(second.get(REOPENED)).isEqualTo(1);
        assertThat(second.get(CLOCKS_BREACHED)).isEqualTo(2);
        assertThat(second.get(RESOLVED)).isEqualTo(1);
        assertThat(second.get(CLOSED)).isEqualTo(0);
        assertThat(second.get(SATISFIED)).isEqualTo(0);
        assertThat(second.get(EXHAUSTED)).isEqualTo(1);
        assertThat(third.get(SATISFIED)).isEqualTo(1);
        assertThat(third.get(CLOSED)).isEqualTo(1);
        assertThat(third.get(NOT_SATISFIED)).isEqualTo(0);
    }

    private static Map<Cell, Share> shares(Story story) {
        return Share.of(fold(story), SHANGHAI);
    }

    private static Cell cell(int daysLater, String unit, String caseClass, String severity) {
        return new Cell(FIRST_DAY.plusDays(daysLater), unit, caseClass, severity);
    }
}
