package org.redress.escalation.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.escalation.handling.Sample.AGENT;
import static org.redress.escalation.handling.Sample.CHEN;
import static org.redress.escalation.handling.Sample.LOGISTICS;
import static org.redress.escalation.handling.Sample.MANAGER;
import static org.redress.escalation.handling.Sample.NOW;
import static org.redress.escalation.handling.Sample.OTHER;
import static org.redress.escalation.handling.Sample.RECEPTION;
import static org.redress.escalation.handling.Sample.RULE;
import static org.redress.escalation.handling.Sample.THIRTY_DAYS;
import static org.redress.escalation.handling.Sample.assessment;
import static org.redress.escalation.handling.Sample.medium;
import static org.redress.escalation.handling.Sample.said;

import java.util.List;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.handling.HandlingEvent.Assigned;

class HandlingTest {

    private static final Hand[] HANDS = {CHEN, OTHER, MANAGER};

    private final Handling handling = Sample.registered();

    @Test
    void a_case_that_nobody_has_assessed_belongs_to_the_reception() {
        assertThat(handling.ownerUnit()).isEqualTo(RECEPTION);
    }

    @Test
    void the_first_assessment_gives_it_its_unit() {
        Assigned assigned = assigned(handling.assess(medium(), RULE, NOW));

        assertThat(assigned.change()).isEqualTo(new Assigned.Change(true, false, true, false));
        assertThat(assigned.unit()).isEqualTo(LOGISTICS);
    }

    @Test
    void a_rule_that_raises_the_severity_says_so() {
        handling.assess(medium(), RULE, NOW);

        Assigned assigned =
                assigned(
                        handling.assess(
                                assessment(2, Severity.CRITICAL, "hq/logistics"), RULE, NOW));

        assertThat(assigned.change()).isEqualTo(new Assigned.Change(false, false, true, false));
    }

    @Test
    void a_rule_cannot_calm_a_case_down() {
        handling.assess(assessment(1, Severity.CRITICAL, "hq/logistics"), RULE, NOW);

        Assigned assigned =
                assigned(handling.assess(assessment(2, Severity.LOW, "hq/logistics"), RULE, NOW));

        assertThat(assigned.facts().assessment().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(assigned.change().calmedDown()).isFalse();
    }

    @Test
    void a_person_can_calm_a_case_down() {
        handling.assess(assessment(1, Severity.CRITICAL, "hq/logistics"), RULE, NOW);

        Assigned assigned =
                assigned(handling.assess(assessment(2, Severity.LOW, "hq/logistics"), AGENT, NOW));

        assertThat(assigned.facts().assessment().severity()).isEqualTo(Severity.LOW);
        assertThat(assigned.change().calmedDown()).isTrue();
    }

    @Test
    void a_case_at_work_that_goes_to_another_unit_has_to_be_accepted_there() {
        handling.assess(medium(), RULE, NOW);
        handling.accept(CHEN, NOW);

        Assigned assigned =
                assigned(handling.assess(assessment(2, Severity.HIGH, "hq/quality"), RULE, NOW));

        assertThat(assigned.status()).isEqualTo(Status.ASSIGNED);
        assertThat(assigned.handler()).isNull();
        assertThat(assigned.change().moved()).isTrue();
    }

    @Test
    void a_rule_that_says_the_same_leaves_a_case_where_people_have_passed_it_to() {
        accepted();
        handling.refer("too much for us", CHEN, NOW);

        handling.assess(assessment(2, Severity.MEDIUM, "hq/logistics"), RULE, NOW);
        assertThat(handling.ownerUnit()).isEqualTo(new UnitPath("hq"));

        handling.assess(assessment(3, Severity.MEDIUM, "hq/logistics"), AGENT, NOW);
        assertThat(handling.ownerUnit()).isEqualTo(LOGISTICS);
    }

    @Test
    void what_was_proposed_is_forgotten_when_nobody_handles_it_any_more() {
        accepted();
        handling.proposeNotAgreed("why", true, 2, CHEN, NOW);
        handling.refer("too much for us", CHEN, NOW);
        handling.accept(OTHER, NOW);

        assertThat(handling.approveNotAgreed("why", MANAGER, NOW))
                .isEqualTo(new Outcome.NothingProposed());
    }

    @Test
    void a_first_response_is_told_once_per_round() {
        accepted();
        handling.respond("we are on it", CHEN, NOW);

        assertThat(handling.respond("we still are", CHEN, NOW)).isEqualTo(new Outcome.Unchanged());
    }

    @Test
    void a_customer_who_is_not_satisfied_gets_another_round_one_tier_up() {
        resolved();

        var reopened =
                reopened(
                        handling.hear(
                                said(1, Satisfaction.Outcome.NOT_SATISFIED, 1),
                                AGENT,
                                NOW,
                                THIRTY_DAYS));

        assertThat(reopened.round()).isEqualTo(2);
        assertThat(reopened.facts().tier()).isEqualTo(Tier.T2);
        assertThat(reopened.status()).isEqualTo(Status.ASSIGNED);
    }

    @Test
    void there_is_no_tier_above_the_third() {
        resolved();
        handling.hear(said(1, Satisfaction.Outcome.NOT_SATISFIED, 1), AGENT, NOW, THIRTY_DAYS);
        handling.accept(CHEN, NOW);
        handling.resolve("better", CHEN, NOW);
        handling.hear(said(2, Satisfaction.Outcome.NOT_SATISFIED, 1), AGENT, NOW, THIRTY_DAYS);
        handling.accept(CHEN, NOW);
        handling.resolve("best", CHEN, NOW);

        var reopened =
                reopened(
                        handling.hear(
                                said(3, Satisfaction.Outcome.NOT_SATISFIED, 1),
                                AGENT,
                                NOW,
                                THIRTY_DAYS));

        assertThat(reopened.facts().tier()).isEqualTo(Tier.T3);
        assertThat(reopened.round()).isEqualTo(4);
    }

    @Test
    void a_word_on_an_earlier_round_is_old_news() {
        resolved();
        handling.hear(said(1, Satisfaction.Outcome.NOT_SATISFIED, 1), AGENT, NOW, THIRTY_DAYS);

        assertThat(
                        handling.hear(
                                said(1, Satisfaction.Outcome.SATISFIED, 2),
                                AGENT,
                                NOW,
                                THIRTY_DAYS))
                .isEqualTo(new Outcome.Unchanged());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261121, 424242})
    void whatever_comes_in_whatever_order_the_invariants_hold(long seed) {
        var walk = new Random(seed);
        int highestRound = 1;
        for (int step = 0; step < 2_000; step++) {
            Status before = handling.status();
            Outcome outcome = somebodyDoesSomething(walk);

            assertThat(handling.round()).isBetween(highestRound, highestRound + 1);
            if (handling.round() > highestRound) {
                assertThat(outcome)
                        .extracting(HandlingTest::event)
                        .isInstanceOf(HandlingEvent.Reopened.class);
            }
            if (!(outcome instanceof Outcome.Done)) {
                assertThat(handling.status()).isEqualTo(before);
            }
            if (before == Status.CLOSED && handling.status() != Status.CLOSED) {
                assertThat(outcome)
                        .extracting(HandlingTest::event)
                        .isInstanceOf(HandlingEvent.Reopened.class);
            }
            if (handling.status() == Status.NEW) {
                assertThat(handling.ownerUnit()).isEqualTo(RECEPTION);
            }
            if (handling.status() == Status.IN_PROGRESS) {
                assertThat(handling.isRecused(handling.theHandler())).isFalse();
            }
            if (handling.status() == Status.ASSIGNED) {
                assertThat(handling.handler).as("nobody has accepted it").isNull();
                assertThat(handling.endProposedBy).isNull();
            }
            highestRound = handling.round();
        }
    }

    private Outcome somebodyDoesSomething(Random walk) {
        Hand hand = walk.nextBoolean() ? CHEN : walk.nextBoolean() ? Sample.OTHER : Sample.MANAGER;
        Actor by = walk.nextBoolean() ? RULE : AGENT;
        return switch (walk.nextInt(18)) {
            case 0, 1 ->
                    handling.assessAtLast(
                            assessment(
                                    walk.nextInt(1, 2_000),
                                    any(walk, Severity.values()),
                                    walk.nextBoolean() ? "hq/quality" : "hq/logistics"),
                            by,
                            NOW);
            case 2, 3, 4 -> handling.accept(hand, NOW);
            case 5 -> handling.note("note", hand, NOW);
            case 6 -> handling.respond("answer", hand, NOW);
            case 7, 8 -> handling.resolve("resolution", hand, NOW);
            case 9, 10 ->
                    handling.hear(
                            said(
                                    handling.round() + walk.nextInt(-1, 2),
                                    any(walk, Satisfaction.Outcome.values()),
                                    walk.nextInt(1, 4)),
                            AGENT,
                            NOW,
                            THIRTY_DAYS);
            case 11 -> handling.handOver(any(walk, HANDS).person(), "yours", hand, NOW);
            case 12 -> handling.takeOver(MANAGER, NOW);
            case 13 -> handling.giveBack("not ours", RECEPTION, hand, NOW);
            case 14 -> handling.refer("too much", hand, NOW);
            case 15 ->
                    walk.nextInt(50) == 0
                            ? handling.recuse(any(walk, HANDS).person(), "theirs", MANAGER, NOW)
                            : handling.refuseNotAgreed("more", MANAGER, NOW);
            case 16 -> handling.proposeNotAgreed("enough", false, 2, hand, NOW);
            default ->
                    walk.nextInt(50) == 0
                            ? handling.withdraw("enough", AGENT, NOW)
                            : handling.note("note", hand, NOW);
        };
    }

    private static <T> T any(Random walk, T[] choices) {
        return List.of(choices).get(walk.nextInt(choices.length));
    }

    private void accepted() {
        handling.assess(medium(), RULE, NOW);
        handling.accept(CHEN, NOW);
    }

    private void resolved() {
        accepted();
        handling.resolve("refunded", CHEN, NOW);
    }

    private static HandlingEvent event(Object outcome) {
        return ((Outcome.Done) outcome).event();
    }

    private static Assigned assigned(Outcome outcome) {
        assertThat(outcome)
                .extracting(HandlingTest::event, InstanceOfAssertFactories.type(Assigned.class))
                .isNotNull();
        return (Assigned) event(outcome);
    }

    private static HandlingEvent.Reopened reopened(Outcome outcome) {
        return (HandlingEvent.Reopened) event(outcome);
    }

    @Test
    void units_know_those_above_them() {
        assertThat(new UnitPath("hq/outlets/east").upwards())
                .extracting(UnitPath::value)
                .containsExactly("hq/outlets/east", "hq/outlets", "hq");
    }
}
