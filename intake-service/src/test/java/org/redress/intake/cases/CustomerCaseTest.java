package org.redress.intake.cases;

import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.cases.ACase.AGENT;
import static org.redress.intake.cases.ACase.NOW;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.intake.cases.CaseEvent.Corrected;
import org.redress.intake.cases.CaseEvent.SatisfactionRecorded;
import org.redress.intake.cases.Decision.Accepted;
import org.redress.intake.cases.Decision.Refused;

class CustomerCaseTest {

    private static final Duration REOPEN_WITHIN = Duration.ofDays(30);

    /** Every wish, by the name that the table below gives it. */
    private enum Wish {
        CONTACT,
        CORRECTION,
        SATISFACTION,
        WITHDRAWAL;

        Decision to(CustomerCase it, Standing standing) {
            return switch (this) {
                case CONTACT ->
                        it.log(
                                new Contact(
                                        Contact.Direction.OUTBOUND, Channel.HOTLINE, "已回电", null),
                                standing,
                                AGENT,
                                NOW);
                case CORRECTION ->
                        it.correct(
                                new Correction("壶身带电", null, null, null, null),
                                "复核",
                                standing,
                                AGENT,
                                NOW);
                case SATISFACTION ->
                        it.record(
                                Satisfaction.SATISFIED, null, standing, AGENT, NOW, REOPEN_WITHIN);
                case WITHDRAWAL -> it.withdraw("客户撤诉", standing, AGENT, NOW);
            };
        }
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3} {4}")
    @CsvSource({
        // state,    contact, correction, satisfaction, withdrawal
        "NEW,         true,    true,       false,        true",
        "ASSIGNED,    true,    true,       false,        true",
        "IN_PROGRESS, true,    true,       false,        true",
        "RESOLVED,    true,    true,       true,         true",
        "CLOSED,      true,    false,      false,        false"
    })
    void what_a_case_accepts_depends_on_where_its_handling_stands(
            Status status,
            boolean contact,
            boolean correction,
            boolean satisfaction,
            boolean withdrawal) {
        // given
        Standing standing = new Standing(status, 1);

        // then
        assertThat(accepts(Wish.CONTACT, standing)).isEqualTo(contact);
        assertThat(accepts(Wish.CORRECTION, standing)).isEqualTo(correction);
        assertThat(accepts(Wish.SATISFACTION, standing)).isEqualTo(satisfaction);
        assertThat(accepts(Wish.WITHDRAWAL, standing)).isEqualTo(withdrawal);
    }

    @ParameterizedTest(name = "closed as {0} {1} days ago, {2}: {3}")
    @CsvSource({
        "SATISFIED,   30, NOT_SATISFIED, true",
        "UNREACHABLE, 1,  NOT_SATISFIED, true",
        "ANSWERED,    1,  NOT_SATISFIED, true",
        "SATISFIED,   31, NOT_SATISFIED, false",
        "SATISFIED,   1,  SATISFIED,     false",
        "WITHDRAWN,   1,  NOT_SATISFIED, false",
        "NOT_AGREED,  1,  NOT_SATISFIED, false"
    })
    void a_customer_who_comes_back_opens_a_closed_case_again_in_time(
            ClosedAs as, int days, Satisfaction says, boolean accepted) {
        // given
        var closed =
                new Standing(
                        Status.CLOSED,
                        1,
                        new Standing.Closure(as, NOW.minus(Duration.ofDays(days))));

        // when
        Decision decision =
                ACase.aboutAKettle().record(says, null, closed, AGENT, NOW, REOPEN_WITHIN);

        // then
        assertThat(decision instanceof Accepted).isEqualTo(accepted);
    }

    @Test
    void whoever_was_satisfied_and_comes_back_is_heard_once() {
        // given
        var resolved = new Standing(Status.RESOLVED, 1);
        var closed = new Standing(Status.CLOSED, 1, new Standing.Closure(ClosedAs.SATISFIED, NOW));
        CustomerCase satisfied = changed(Wish.SATISFACTION.to(ACase.aboutAKettle(), resolved));

        // when
        Decision back =
                satisfied.record(
                        Satisfaction.NOT_SATISFIED, null, closed, AGENT, NOW, REOPEN_WITHIN);
        Decision again =
                changed(back)
                        .record(
                                Satisfaction.NOT_SATISFIED,
                                null,
                                closed,
                                AGENT,
                                NOW,
                                REOPEN_WITHIN);

        // then
        assertThat(back).isInstanceOf(Accepted.class);
        assertThat(again).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"CONTACT, true", "CORRECTION, false", "SATISFACTION, false", "WITHDRAWAL, false"})
    void a_withdrawn_case_only_takes_contacts_although_the_handling_has_not_heard_of_it_yet(
            Wish wish, boolean accepted) {
        // given
        Standing resolved = new Standing(Status.RESOLVED, 1);
        CustomerCase withdrawn = changed(Wish.WITHDRAWAL.to(ACase.aboutAKettle(), resolved));

        // when
        Decision decision = wish.to(withdrawn, resolved);

        // then
        assertThat(decision instanceof Accepted).isEqualTo(accepted);
    }

    @Test
    void a_correction_tells_only_what_differs() {
        // given
        CustomerCase kettle = ACase.aboutAKettle();
        Product otherBatch = new Product("KT-200", "SN-1", "B2610", "D-1");

        // when
        Decision decision =
                kettle.correct(
                        new Correction(
                                kettle.report().subject(),
                                null,
                                kettle.report().flags(),
                                otherBatch,
                                null),
                        "批次有误",
                        Standing.NEW,
                        AGENT,
                        NOW);

        // then
        Corrected corrected = (Corrected) ((Accepted) decision).event();
        assertThat(corrected.correction())
                .isEqualTo(new Correction(null, null, null, otherBatch, null));
        assertThat(corrected.customerCase().report().product()).isEqualTo(otherBatch);
        assertThat(corrected.customerCase().report().description())
                .isEqualTo(kettle.report().description());
        assertThat(corrected.customerCase().version()).isEqualTo(2);
    }

    static Stream<Correction> corrections() {
        return Stream.of(
                new Correction("别的主题", null, null, null, null),
                new Correction(null, "别的描述", null, null, null),
                new Correction(null, null, Flags.NONE, null, null),
                new Correction(null, null, null, new Product("KT-300", null, null, null), null),
                new Correction(null, null, null, null, new Incident(NOW, null, null, null)));
    }

    @ParameterizedTest
    @MethodSource("corrections")
    void each_field_is_corrected_alone_and_a_given_object_replaces_the_whole_old_one(
            Correction wanted) {
        // given
        Report before = ACase.report();

        // when
        Decision decision = ACase.aboutAKettle().correct(wanted, "复核", Standing.NEW, AGENT, NOW);

        // then
        assertThat(changed(decision).report())
                .isEqualTo(
                        new Report(
                                before.channelRef(),
                                before.cti(),
                                before.receivedAt(),
                                requireNonNullElse(wanted.subject(), before.subject()),
                                requireNonNullElse(wanted.description(), before.description()),
                                requireNonNullElse(wanted.incident(), before.incident()),
                                requireNonNullElse(wanted.product(), before.product()),
                                before.preliminaryCause(),
                                before.desiredRemedy(),
                                requireNonNullElse(wanted.flags(), before.flags())));
    }

    @Test
    void whoever_is_not_reached_is_asked_again_in_the_next_round_too() {
        // given
        Standing second = new Standing(Status.RESOLVED, 2);
        CustomerCase notReached =
                asked(ACase.aboutAKettle(), Satisfaction.UNREACHABLE, second).customerCase();

        // when
        SatisfactionRecorded again = asked(notReached, Satisfaction.UNREACHABLE, second);

        // then
        assertThat(again.attempt()).isEqualTo(2);
    }

    @Test
    void a_correction_that_says_what_the_case_says_is_refused() {
        // given
        CustomerCase kettle = ACase.aboutAKettle();

        // when
        Decision decision =
                kettle.correct(
                        new Correction(kettle.report().subject(), null, null, null, null),
                        "复核",
                        Standing.NEW,
                        AGENT,
                        NOW);

        // then
        assertThat(decision).isInstanceOf(Refused.class);
    }

    @Test
    void attempts_to_reach_the_customer_are_counted_within_a_round() {
        // given
        Standing first = new Standing(Status.RESOLVED, 1);
        Standing second = new Standing(Status.RESOLVED, 2);

        // when
        SatisfactionRecorded one = asked(ACase.aboutAKettle(), Satisfaction.UNREACHABLE, first);
        SatisfactionRecorded two = asked(one.customerCase(), Satisfaction.NOT_SATISFIED, first);
        SatisfactionRecorded three = asked(two.customerCase(), Satisfaction.UNREACHABLE, second);

        // then
        assertThat(one.attempt()).isEqualTo(1);
        assertThat(two.attempt()).isEqualTo(2);
        assertThat(three.attempt()).isEqualTo(1);
        assertThat(three.stamp().round()).isEqualTo(2);
    }

    @Test
    void a_customer_who_answered_is_not_asked_again_in_that_round() {
        // given
        Standing resolved = new Standing(Status.RESOLVED, 1);
        CustomerCase answered =
                asked(ACase.aboutAKettle(), Satisfaction.SATISFIED, resolved).customerCase();

        // when
        Decision again =
                answered.record(
                        Satisfaction.NOT_SATISFIED, null, resolved, AGENT, NOW, REOPEN_WITHIN);

        // then
        assertThat(again).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "true,  false, false, 0, NONE,       true",
        "false, true,  false, 0, NONE,       true",
        "false, false, true,  0, NONE,       true",
        "false, false, false, 5, NONE,       true",
        "false, false, false, 4, NONE,       false",
        "false, false, false, 0, SEVERE,     true",
        "false, false, false, 0, DISRUPTIVE, false"
    })
    void danger_violence_a_crowd_the_press_and_the_regulator_are_urgent(
            boolean injury,
            boolean media,
            boolean regulator,
            int crowd,
            ConductLevel conduct,
            boolean urgent) {
        assertThat(new Flags(injury, null, media, regulator, crowd, conduct).urgent(5))
                .isEqualTo(urgent);
    }

    private static boolean accepts(Wish wish, Standing standing) {
        return wish.to(ACase.aboutAKettle(), standing) instanceof Accepted;
    }

    private static CustomerCase changed(Decision decision) {
        return ((Accepted) decision).event().customerCase();
    }

    private static SatisfactionRecorded asked(
            CustomerCase customerCase, Satisfaction answer, Standing standing) {
        Decision decision = customerCase.record(answer, null, standing, AGENT, NOW, REOPEN_WITHIN);
        return (SatisfactionRecorded) ((Accepted) decision).event();
    }
}
