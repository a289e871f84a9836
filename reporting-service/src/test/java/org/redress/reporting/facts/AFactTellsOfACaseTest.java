package org.redress.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.reporting.facts.FactFixtures.fold;
import static org.redress.reporting.facts.FactFixtures.published;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.reporting.Story;
import org.redress.reporting.events.Code;
import org.redress.reporting.events.News;
import org.redress.reporting.events.UnitPath;

class AFactTellsOfACaseTest {

    @Test
    void a_case_of_which_only_the_registration_is_known_is_new_and_unassessed() {
        var fact = published(Story.ofARealCase().registered());

        assertThat(fact.status()).isEqualTo(new Code("NEW"));
        assertThat(fact.registeredAt()).isEqualTo(Story.MORNING);
        assertThat(fact.caseClass()).isNull();
        assertThat(fact.ownerUnit()).isNull();
        assertThat(fact.secondsToResolve()).isNull();
    }

    @Test
    void its_day_is_the_tenants_day() {
        var lateInTheEvening = Story.ofARealCase().after(Duration.ofHours(16)).registered();

        assertThat(published(lateInTheEvening).registeredOn())
                .isEqualTo(LocalDate.parse("2026-11-22"));
    }

    @Test
    void what_came_before_the_registration_is_kept_for_it() {
        var early = Story.ofARealCase().assessed(1, "COMPLAINT", "HIGH", "hq/quality");

        assertThat(fold(early).hasRegistration()).isFalse();
        assertThat(published(early.registered()).severity()).isEqualTo(new Code("HIGH"));
    }

    @Test
    void the_highest_revision_of_the_assessment_counts_though_it_came_first() {
        var story =
                Story.ofARealCase()
                        .registered()
                        .assessed(2, "EMERGENCY", "CRITICAL", "hq/safety")
                        .assessed(1, "COMPLAINT", "LOW", "hq/quality");

        assertThat(published(story).assessmentRevision()).isEqualTo(2);
        assertThat(published(story).caseClass()).isEqualTo(new Code("EMERGENCY"));
    }

    @Test
    void the_assessment_tells_who_should_handle_it_until_escalation_tells_who_does() {
        var assessed =
                Story.ofARealCase().registered().assessed(1, "COMPLAINT", "HIGH", "hq/quality");

        assertThat(published(assessed).ownerUnit()).isEqualTo(new UnitPath("hq/quality"));
        assertThat(published(assessed).tier()).isEqualTo(new Code("T1"));

        var assigned = assessed.assigned("T2", "hq/finance");
        assertThat(published(assigned).ownerUnit()).isEqualTo(new UnitPath("hq/finance"));
        assertThat(published(assigned).tier()).isEqualTo(new Code("T2"));
    }

    @Test
    void what_is_told_twice_of_one_round_happened_when_it_was_told_first() {
        var story =
                Story.ofARealCase()
                        .registered()
                        .progressed("ACCEPTED")
                        .after(Duration.ofMinutes(1))
                        .progressed("ACCEPTED");

        assertThat(published(story).acceptedAt()).isEqualTo(Story.MORNING);
    }

    @Test
    void two_clocks_of_one_name_are_two_that_were_breached() {
        var story =
                Story.ofARealCase()
                        .registered()
                        .breached("RESOLUTION")
                        .reopened("T2")
                        .breached("RESOLUTION");

        assertThat(published(story).clocksBreached()).isEqualTo(2);
    }

    @Test
    void a_signal_that_was_seen_twice_is_named_once() {
        var seen = new News.Signal(new Code("REFUND"));
        var told =
                Story.ofARealCase()
                        .assessed(1, "COMPLAINT", "HIGH", "hq/quality")
                        .events()
                        .getFirst();
        var assessed = (News.Assessed) told.news();
        var story =
                Story.ofARealCase()
                        .registered()
                        .tells(
                                new News.Assessed(
                                        1,
                                        assessed.caseClass(),
                                        assessed.category(),
                                        assessed.severity(),
                                        assessed.conductLevel(),
                                        assessed.responseLevel(),
                                        assessed.priority(),
                                        assessed.tier(),
                                        assessed.ownerUnit(),
                                        List.of(seen, seen)));

        assertThat(published(story).signals()).containsExactly(new Code("REFUND"));
    }

    @Test
    void what_an_investigation_came_to_last_is_told() {
        var story =
                Story.ofARealCase()
                        .registered()
                        .tells(verified("UNVERIFIED", "JUSTIFIED", "NONE"))
                        .tells(verified("VERIFIED", "PARTLY", "OURS"));

        assertThat(published(story))
                .extracting(PublishedFact::truth, PublishedFact::demand, PublishedFact::liability)
                .containsExactly(new Code("VERIFIED"), new Code("PARTLY"), new Code("OURS"));
        assertThat(published(Story.ofARealCase().registered()).truth()).isNull();
    }

    @Test
    void what_was_promised_to_the_customer_is_added_up_by_currency() {
        var story =
                Story.ofARealCase()
                        .registered()
                        .tells(new News.CompensationOffered("a", REFUND, yuan("300"), null))
                        .tells(new News.CompensationApproved("a", REFUND, yuan("300")))
                        .tells(new News.CompensationPaid("a", REFUND, yuan("300")))
                        .tells(new News.CompensationApproved("b", REFUND, yuan("200")))
                        .tells(new News.CompensationOffered("c", REFUND, yuan("900"), "xu.qiang"))
                        .tells(new News.CompensationApproved("d", REFUND, yuan("50")))
                        .tells(new News.CompensationDeclined("d", REFUND, yuan("50")));

        assertThat(published(story).compensations())
                .singleElement()
                .satisfies(sum -> {
                    assertThat(sum.currency()).isEqualTo(new Code("CNY"));
                    assertThat(sum.promised()).isEqualByComparingTo("500");
                    assertThat(sum.paid()).isEqualByComparingTo("300");
                    assertThat(sum.offers()).isEqualTo(2);
                });
        assertThat(published(Story.ofARealCase().registered()).compensations()).isNull();
    }

    private static final Code REFUND = new Code("REFUND");

    private static News.Money yuan(String amount) {
        return new News.Money(new BigDecimal(amount), new Code("CNY"));
    }

    private static News.Verified verified(String truth, String demand, String liability) {
        return new News.Verified(new Code(truth), new Code(demand), new Code(liability));
    }

    @Test
    void a_long_road_is_told_in_figures() {
        var fact = published(Story.ofALongRoad());

        assertThat(fact.status()).isEqualTo(new Code("CLOSED"));
        assertThat(fact.closedAs()).isEqualTo(new Code("SATISFIED"));
        assertThat(fact.satisfaction()).isEqualTo(new Code("SATISFIED"));
        assertThat(fact.round()).isEqualTo(2);
        assertThat(fact.tier()).isEqualTo(new Code("T3"));
        assertThat(fact.ownerUnit()).isEqualTo(new UnitPath("hq/safety"));
        assertThat(fact.pages()).isEqualTo(3);
        assertThat(fact.clocksBreached()).isEqualTo(2);
        assertThat(fact.escalationsExhausted()).isEqualTo(1);
        assertThat(fact.secondsToAssess()).isEqualTo(0.04);
        assertThat(fact.secondsToFirstPage()).isEqualTo(0.06);
        assertThat(fact.secondsToAcknowledge()).isEqualTo(363);
        assertThat(fact.flags().injuryOrDanger()).isTrue();
        assertThat(fact.flags().propertyLossAmount()).isEqualByComparingTo("1200.50");
        assertThat(fact.flags().propertyLossCurrency()).isEqualTo(new Code("CNY"));
        assertThat(fact.signals()).containsExactly(new Code("REFUND"));
    }

    @Test
    void every_failed_attempt_counts_and_every_message_that_went_out() {
        var fact = published(Story.ofALongRoad());

        assertThat(fact.messagesSent()).isEqualTo(1);
        assertThat(fact.messagesFailed()).isEqualTo(3);
    }

    @Test
    void the_time_to_resolve_runs_to_the_resolution_of_the_last_round() {
        var story =
                Story.ofARealCase()
                        .registered()
                        .after(Duration.ofHours(1))
                        .resolved()
                        .reopened("T2")
                        .after(Duration.ofHours(1))
                        .resolved();

        assertThat(published(story).secondsToResolve()).isEqualTo(7200);
        assertThat(published(story).resolvedAt())
                .isEqualTo(Story.MORNING.plus(Duration.ofHours(2)));
        assertThat(published(story).status()).isEqualTo(new Code("RESOLVED"));
    }

    @Test
    void clocks_of_two_machines_that_differ_make_no_negative_time() {
        var story =
                Story.ofARealCase()
                        .registered()
                        .after(Duration.ofMillis(-5))
                        .assessed(1, "INQUIRY", "LOW", "hq/quality");

        assertThat(published(story).secondsToAssess()).isZero();
    }
}
