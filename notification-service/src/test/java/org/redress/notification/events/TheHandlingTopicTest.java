package org.redress.notification.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.notification.mails.News;
import org.redress.platform.testing.Contract;

class TheHandlingTopicTest {

    private static final Instant AT = Instant.parse("2026-11-21T06:00:00Z");

    @Test
    void every_example_of_a_page_is_understood() {
        assertThat(Contract.of("redress.escalation.raised.v1").examplesAs(EscalationRaised.class))
                .isNotEmpty()
                .allSatisfy(raised -> assertThat(raised.page().unit()).startsWith("hq"));
    }

    @Test
    void every_example_of_an_acknowledgment_is_understood() {
        assertThat(
                        Contract.of("redress.escalation.acknowledged.v1")
                                .examplesAs(EscalationAcknowledged.class))
                .isNotEmpty()
                .allSatisfy(acknowledged -> assertThat(acknowledged.via()).isNotBlank());
    }

    @Test
    void every_example_of_a_resolution_is_understood() {
        assertThat(Contract.of("redress.case.resolved.v1").examplesAs(CaseResolved.class))
                .isNotEmpty()
                .allSatisfy(resolved -> assertThat(resolved.resolution()).isNotBlank());
    }

    @Test
    void every_example_of_a_warning_is_understood_and_some_remind_somebody() {
        assertThat(Contract.of("redress.clock.warned.v1").examplesAs(ClockWarned.class))
                .extracting(ClockWarned::reminds)
                .contains("ma.chao")
                .containsNull();
    }

    @Test
    void every_example_of_a_notice_is_understood() {
        assertThat(Contract.of("redress.notice.given.v1").examplesAs(NoticeGiven.class))
                .extracting(NoticeGiven::occasion)
                .contains("URGED");
    }

    @Test
    void every_example_of_a_changed_promise_is_understood() {
        assertThat(Contract.of("redress.case.promise-changed.v1").examplesAs(PromiseChanged.class))
                .isNotEmpty()
                .allSatisfy(changed -> assertThat(changed.promise().later()).isTrue());
    }

    @Test
    void every_example_of_how_a_call_ends_is_understood() {
        assertThat(Contract.of("redress.escalation.settled.v1").examplesAs(EscalationSettled.class))
                .isNotEmpty()
                .allSatisfy(settled -> assertThat(settled.end().at()).isNotNull());
        assertThat(Contract.of("redress.case.closed.v1").examplesAs(CaseClosed.class))
                .isNotEmpty()
                .allSatisfy(closed -> assertThat(closed.end().outcome()).isNotNull());
    }

    @Test
    void every_example_of_an_alert_is_understood() {
        assertThat(Contract.of("redress.alert.paged.v1").examplesAs(AlertPaged.class))
                .isNotEmpty()
                .allSatisfy(paged -> assertThat(paged.page().thing()).isNotBlank());
        assertThat(Contract.of("redress.alert.settled.v1").examplesAs(AlertSettled.class))
                .isNotEmpty();
    }

    @Test
    void a_page_says_who_is_next_as_far_as_escalation_tells() {
        assertThat(Contract.of("redress.escalation.raised.v1").examplesAs(EscalationRaised.class))
                .extracting(raised -> raised.page().next().size())
                .contains(0)
                .anyMatch(next -> next > 0);
    }

    @Test
    void a_case_that_was_closed_because_it_was_withdrawn_was_withdrawn() {
        assertThat(closed("WITHDRAWN").end().outcome()).isEqualTo(News.Outcome.WITHDRAWN);
        assertThat(closed("DUPLICATE").end().outcome()).isEqualTo(News.Outcome.CLOSED);
    }

    private static CaseClosed closed(String as) {
        return new CaseClosed(UUID.randomUUID(), "C-20261121-000420", 1, as, null, null, AT);
    }

    @Test
    void a_call_was_ended_by_the_handler_or_else_by_the_person_who_judged_anew() {
        var person = new EscalationSettled.Actor("PERSON", "wang.fang");
        var rule = new EscalationSettled.Actor("RULE", "handling");

        assertThat(settled("li.na", person).end().personId()).isEqualTo("li.na");
        assertThat(settled(null, person).end().personId()).isEqualTo("wang.fang");
        assertThat(settled(null, rule).end().personId()).isNull();
        assertThat(settled(null, null).end().personId()).isNull();
    }

    private static EscalationSettled settled(
            @Nullable String handler, EscalationSettled.@Nullable Actor actor) {
        return new EscalationSettled("e-1", News.Outcome.CALMED, handler, actor, AT);
    }

    @Test
    void an_alert_is_taken_by_somebody_and_not_by_its_last_step() {
        assertThat(new AlertSettled(UUID.randomUUID(), "ACKNOWLEDGED", "sun.hao", AT).isTaken())
                .isTrue();
        assertThat(new AlertSettled(UUID.randomUUID(), "EXHAUSTED", "sun.hao", AT).isTaken())
                .isFalse();
        assertThat(new AlertSettled(UUID.randomUUID(), "ACKNOWLEDGED", null, AT).isTaken())
                .isFalse();
    }
}
