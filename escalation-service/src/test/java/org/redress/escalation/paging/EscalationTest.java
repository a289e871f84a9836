package org.redress.escalation.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.Mode;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Priority;
import org.redress.escalation.cases.ResponseLevel;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.Duty;
import org.redress.escalation.organisation.EscalationPolicy;
import org.redress.escalation.organisation.Names;
import org.redress.escalation.organisation.Trigger;

class EscalationTest {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final UnitPath UNIT = new UnitPath("hq/quality");
    private static final PersonId DUTY_A = new PersonId("zhang.lei");

    private final AtomicLong ids = new AtomicLong();
    private final List<String> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-21T06:00:00Z");
    private Ladder ladder =
            ladder(
                    duty("duty-officer", "zhang.lei", "he.jing"),
                    duty("unit-head", "xu.qiang", "lin.yu"));
    private Escalation escalation = escalation(2, "duty-officer", "unit-head");

    @Test
    void nobody_answers_and_so_everybody_is_paged_as_often_as_the_policy_says() {
        begin();
        letTimePass(Duration.ofHours(2));

        assertThat(told)
                .containsExactly(
                        "+0m 1.1A zhang.lei",
                        "+5m 1.1B he.jing",
                        "+10m 1.2A xu.qiang",
                        "+15m 1.2B lin.yu",
                        "+20m 2.1A zhang.lei",
                        "+25m 2.1B he.jing",
                        "+30m 2.2A xu.qiang",
                        "+35m 2.2B lin.yu",
                        "+40m exhausted");
    }

    @Test
    void an_acknowledgment_stops_every_further_step() {
        begin();
        letTimePass(Duration.ofMinutes(7));
        escalation.acknowledge(new PersonId("he.jing"), Via.MAIL_LINK, now);
        letTimePass(Duration.ofHours(2));

        assertThat(told).containsExactly("+0m 1.1A zhang.lei", "+5m 1.1B he.jing");
    }

    @Test
    void the_a_holder_may_answer_when_the_b_holder_has_been_paged_already() {
        begin();
        letTimePass(Duration.ofMinutes(7));

        Acknowledgment answer = escalation.acknowledge(DUTY_A, Via.MAIL_LINK, now);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Acknowledgment.Accepted.class,
                        accepted -> {
                            assertThat(accepted.event().page()).isNotNull();
                            assertThat(accepted.event().person()).isEqualTo(DUTY_A);
                        });
    }

    @Test
    void a_second_acknowledgment_changes_nothing() {
        begin();
        escalation.acknowledge(DUTY_A, Via.MAIL_LINK, now);

        assertThat(escalation.acknowledge(new PersonId("he.jing"), Via.API, now))
                .isEqualTo(new Acknowledgment.Repeated(DUTY_A));
    }

    @Test
    void a_late_acknowledgment_is_welcome_when_the_steps_are_exhausted() {
        begin();
        letTimePass(Duration.ofHours(2));

        assertThat(escalation.acknowledge(DUTY_A, Via.MAIL_LINK, now))
                .isInstanceOf(Acknowledgment.Accepted.class);
    }

    @Test
    void an_escalation_that_ended_with_its_case_pages_nobody_and_takes_no_answer() {
        begin();
        settle(Settlement.WITHDRAWN);
        letTimePass(Duration.ofHours(2));

        assertThat(told).containsExactly("+0m 1.1A zhang.lei", "+0m WITHDRAWN");
        assertThat(escalation.acknowledge(DUTY_A, Via.API, now))
                .isEqualTo(new Acknowledgment.TooLate());
    }

    @Test
    void who_holds_both_a_and_b_is_paged_once_per_repeat() {
        ladder =
                ladder(
                        duty("duty-officer", "zhang.lei", "zhang.lei"),
                        duty("unit-head", "xu.qiang", null));
        begin();
        letTimePass(Duration.ofHours(2));

        assertThat(told)
                .containsExactly(
                        "+0m 1.1A zhang.lei",
                        "+5m 1.2A xu.qiang",
                        "+10m 2.1A zhang.lei",
                        "+15m 2.2A xu.qiang",
                        "+20m exhausted");
    }

    @Test
    void who_was_paged_in_an_earlier_step_is_left_out_of_a_later_one() {
        ladder =
                ladder(
                        duty("duty-officer", "zhang.lei", "xu.qiang"),
                        duty("unit-head", "xu.qiang", "zhang.lei"));
        escalation = escalation(1, "duty-officer", "unit-head");
        begin();
        letTimePass(Duration.ofHours(2));

        assertThat(told)
                .containsExactly("+0m 1.1A zhang.lei", "+5m 1.1B xu.qiang", "+10m exhausted");
    }

    @Test
    void a_page_that_cannot_be_delivered_costs_no_waiting_time() {
        begin();
        letTimePass(Duration.ofMinutes(1));
        undelivered(new UUID(0, 1));
        letTimePass(Duration.ofMinutes(4));

        assertThat(told).containsExactly("+0m 1.1A zhang.lei", "+1m 1.1B he.jing");
    }

    @Test
    void a_page_that_fails_after_the_next_person_was_paged_changes_nothing() {
        begin();
        letTimePass(FIVE_MINUTES);
        undelivered(new UUID(0, 1));
        undelivered(new UUID(0, 2));
        undelivered(new UUID(0, 2));

        assertThat(told)
                .containsExactly("+0m 1.1A zhang.lei", "+5m 1.1B he.jing", "+5m 1.2A xu.qiang");
    }

    @Test
    void if_no_page_can_be_delivered_the_policy_is_exhausted_at_once() {
        escalation = escalation(1, "duty-officer");
        begin();
        undelivered(new UUID(0, 1));
        undelivered(new UUID(0, 2));

        assertThat(told).containsExactly("+0m 1.1A zhang.lei", "+0m 1.1B he.jing", "+0m exhausted");
    }

    @Test
    void a_page_names_who_is_next_and_when_as_the_roster_stands() {
        ladder =
                ladder(
                        duty("duty-officer", "zhang.lei", "he.jing"),
                        duty("unit-head", "he.jing", "xu.qiang"));

        PagingEvent begun = escalation.begin(ladder, now);

        assertThat(begun)
                .isInstanceOfSatisfying(
                        PagingEvent.Paged.class,
                        paged ->
                                assertThat(paged.next())
                                        .extracting(page -> page.person().value(), Page::pagedAt)
                                        .containsExactly(
                                                tuple("he.jing", now.plus(FIVE_MINUTES)),
                                                tuple("xu.qiang", now.plus(Duration.ofMinutes(10))),
                                                tuple(
                                                        "zhang.lei",
                                                        now.plus(Duration.ofMinutes(15)))));
    }

    @Test
    void a_duty_that_nobody_has_any_more_is_passed_over() {
        ladder = ladder(duty("unit-head", "xu.qiang", null));
        escalation = escalation(1, "duty-officer", "unit-head");
        begin();
        letTimePass(Duration.ofHours(2));

        assertThat(told).containsExactly("+0m 1.2A xu.qiang", "+5m exhausted");
    }

    @Test
    void who_takes_over_a_duty_meanwhile_is_paged_instead() {
        begin();
        ladder =
                ladder(
                        duty("duty-officer", "zhang.lei", "guo.li"),
                        duty("unit-head", "xu.qiang", "lin.yu"));
        letTimePass(FIVE_MINUTES);

        assertThat(told).containsExactly("+0m 1.1A zhang.lei", "+5m 1.1B guo.li");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 20261121})
    void whatever_happens_nobody_is_paged_twice_in_one_repeat_and_nothing_follows_an_answer(
            long seed) {
        var walk = new Random(seed);
        for (int run = 0; run < 300; run++) {
            told.clear();
            ids.set(0);
            ladder =
                    ladder(
                            duty("a", any(walk), any(walk)),
                            duty("b", any(walk), any(walk)),
                            duty("c", any(walk), null));
            escalation = escalation(walk.nextInt(1, 4), "a", "b", "c");
            begin();
            int toldWhenOver = Integer.MAX_VALUE;
            for (int step = 0; step < 60; step++) {
                switch (walk.nextInt(12)) {
                    case 0 -> undelivered(new UUID(0, walk.nextInt(1, 1 + (int) ids.get())));
                    case 1 -> {
                        if (walk.nextInt(5) == 0) {
                            escalation.acknowledge(new PersonId(any(walk)), Via.API, now);
                        }
                    }
                    case 2 -> {
                        if (walk.nextInt(9) == 0) {
                            settle(Settlement.CLOSED);
                        }
                    }
                    default -> letTimePass(Duration.ofMinutes(walk.nextInt(8)));
                }
                if (escalation.state() == Escalation.State.ENDED
                        || escalation.state() == Escalation.State.ACKNOWLEDGED) {
                    toldWhenOver = Math.min(toldWhenOver, told.size());
                }
            }

            List<String> pages =
                    told.stream()
                            .filter(line -> !line.matches(".* (exhausted|CLOSED)"))
                            .map(EscalationTest::repeatAndPerson)
                            .toList();
            assertThat(pages).doesNotHaveDuplicates();
            assertThat(told.size()).isLessThanOrEqualTo(toldWhenOver);
        }
    }

    private static String repeatAndPerson(String line) {
        return line.replaceFirst("\\+\\d+m (\\d)\\.\\d[AB] ", "$1 ");
    }

    private static String any(Random walk) {
        return List.of("p1", "p2", "p3", "p4").get(walk.nextInt(4));
    }

    private Instant begunAt = now;

    private void begin() {
        begunAt = now;
        tell(escalation.begin(ladder, now));
    }

    private void letTimePass(Duration duration) {
        Instant until = now.plus(duration);
        while (now.isBefore(until)) {
            now = now.plusSeconds(30).isBefore(until) ? now.plusSeconds(30) : until;
            escalation.waited(ladder, now).ifPresent(this::tell);
        }
    }

    private void settle(Settlement as) {
        escalation.settle(as, null, Actor.timer("test"), now).ifPresent(this::tell);
    }

    private void undelivered(UUID page) {
        escalation.undelivered(page, ladder, now).ifPresent(this::tell);
    }

    private void tell(PagingEvent event) {
        String at = "+" + Duration.between(begunAt, event.at()).toMinutes() + "m ";
        told.add(
                at
                        + switch (event) {
                            case PagingEvent.Paged(_, Page page, _, _, _) ->
                                    page.rung().repeat()
                                            + "."
                                            + page.rung().step()
                                            + page.rung().holder()
                                            + " "
                                            + page.person();
                            case PagingEvent.Exhausted _ -> "exhausted";
                            case PagingEvent.Settled settled -> settled.as().name();
                            case PagingEvent.Acknowledged acknowledged ->
                                    "acknowledged by " + acknowledged.person();
                        });
    }

    private Escalation escalation(int repeat, String... roles) {
        List<EscalationPolicy.Step> steps =
                List.of(roles).stream()
                        .map(role -> new EscalationPolicy.Step(role, FIVE_MINUTES))
                        .toList();
        EscalationPolicy policy =
                new EscalationPolicy(
                        "p",
                        1,
                        new Names("预案", "policy"),
                        new UnitPath("hq"),
                        Set.of(),
                        Set.of(),
                        repeat,
                        steps);
        Assessment assessment =
                new Assessment(
                        1,
                        CaseClass.EMERGENCY,
                        "PRODUCT_SAFETY",
                        Severity.CRITICAL,
                        ResponseLevel.III,
                        Priority.P1,
                        Tier.T2,
                        UNIT);
        CaseRef ref =
                new CaseRef(
                        new CaseId(new UUID(0, 9)), new CaseNumber("C-20261121-000420"), Mode.REAL);
        return new Escalation(
                new UUID(1, 1),
                new CaseFacts(ref, 1, Tier.T2, UNIT, assessment),
                Cause.of(Trigger.SEVERITY, null, assessment),
                policy,
                now);
    }

    private Ladder ladder(Duty... duties) {
        return new Ladder(
                (role, unit) ->
                        List.of(duties).stream()
                                .filter(duty -> duty.role().equals(role))
                                .findFirst(),
                () -> new UUID(0, ids.incrementAndGet()));
    }

    private static Duty duty(String role, String a, @Nullable String b) {
        return new Duty(role, UNIT, new PersonId(a), b == null ? null : new PersonId(b));
    }
}
