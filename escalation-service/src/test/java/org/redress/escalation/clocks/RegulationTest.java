package org.redress.escalation.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.escalation.cases.ACase;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.clocks.ledger.Booking;
import org.redress.escalation.clocks.ledger.Ledger;
import org.redress.escalation.clocks.ledger.Terms;
import org.redress.escalation.organisation.DemoOrganisation;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.regulation.Packs;

/** What laws time of a case, by the law of the day on which it was received. */
class RegulationTest {

    private static final Actor CLOCKS = Actor.rule("clocks");

    /** Monday, 09:00 in Shanghai. */
    private static final Instant RECEIVED = Instant.parse("2026-11-23T01:00:00Z");

    private static final Instant ASSIGNED = RECEIVED.plus(Duration.ofHours(3));

    private static final Organisation BANK =
            naming(
                    "{ clock: REGULATORY, pack: cn-banking-insurance/decision-complex, classes: [COMPLAINT] }");
    private static final Organisation AUTHORITY =
            naming(
                    "{ clock: REGULATORY, pack: cn-market-regulation/acceptance }",
                    "{ clock: REGULATORY, pack: cn-market-regulation/mediation-end }");

    private final CaseClock clock = begun(complaint(), List.of(), BANK).getFirst();
    private final Ledger ledger =
            Ledger.start(
                    RECEIVED, new Terms(Duration.ofDays(30), BANK.calendar("24x7"), 1), CLOCKS);

    @ParameterizedTest
    @CsvSource({
        "2026-04-14T23:59:59.999+08:00, cn-market-regulation/mediation-end@2020-01-01, P45D, working-hours-days",
        "2026-04-15T00:00+08:00,        cn-market-regulation/mediation-end@2026-04-15, P60D, 24x7"
    })
    void each_side_of_midnight_has_the_law_of_its_day(
            String receivedAt, String reference, String within, String calendar) {
        CaseFacts facts =
                ACase.ordinary().received(OffsetDateTime.parse(receivedAt).toInstant()).facts();

        assertThat(begun(facts, List.of(), AUTHORITY))
                .filteredOn(one -> reference.equals(one.reference()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.deadline().budget()).isEqualTo(Duration.parse(within));
                    assertThat(one.deadline().calendar()).isEqualTo(calendar);
                    assertThat(one.deadline().startedAt()).isEqualTo(ASSIGNED);
                });
    }

    @Test
    void several_run_at_once_from_when_each_law_counts_and_working_days_are_whole_days() {
        CaseFacts facts = ACase.ordinary().received(RECEIVED).facts();

        assertThat(begun(facts, List.of(), AUTHORITY))
                .extracting(one -> one.deadline().dueAt())
                .containsExactly(
                        Instant.parse("2026-12-02T01:00:00Z"), ASSIGNED.plus(Duration.ofDays(60)));
    }

    @Test
    void a_days_law_counts_from_the_receipt_whatever_the_calendar_of_the_unit() {
        assertThat(clock.name()).isEqualTo(ClockName.REGULATORY);
        assertThat(clock.reference()).isEqualTo("cn-banking-insurance/decision-complex@2020-03-01");
        assertThat(clock.deadline().dueAt()).isEqualTo(RECEIVED.plus(Duration.ofDays(30)));
    }

    @Test
    void it_begins_once_for_a_case_that_the_organisation_names_and_ends_with_either() {
        CaseFacts inquiry = ACase.ordinary().of(CaseClass.INQUIRY).received(RECEIVED).facts();
        List<CaseClock> open = List.of(clock, resolution());

        assertThat(begun(inquiry, List.of(), BANK)).isEmpty();
        assertThat(begun(complaint(), open, BANK)).isEmpty();
        assertThat(begun(complaint(), List.of(resolution()), BANK)).hasSize(1);
        assertThat(begun(complaint(), List.of(resolution().end(ASSIGNED)), BANK)).isEmpty();
        assertThat(Regulation.of(complaint(), open, BANK, ASSIGNED).end()).isEmpty();
        assertThat(Regulation.of(inquiry, open, BANK, ASSIGNED).end()).containsExactly(clock);
        assertThat(Regulation.of(complaint(), open, DemoOrganisation.get(), ASSIGNED).end())
                .containsExactly(clock);
    }

    @Test
    void it_is_not_paused_and_extended_only_by_what_the_law_allows_and_once() {
        assertThat(clock.byLaw(ASSIGNED)).isEqualTo(new Answer.Refused(new Booking.ByLaw()));
        assertThat(Regulation.allows(clock, ledger, Duration.ofDays(29))).isFalse();
        assertThat(Regulation.allows(clock, ledger, Duration.ofDays(30))).isTrue();
        Ledger extended =
                ((Booking.Booked) ledger.extend(ASSIGNED, Duration.ofDays(30), CLOCKS)).ledger();
        assertThat(Regulation.allows(clock, extended, Duration.ofDays(30))).isFalse();
        assertThat(
                        Regulation.allows(
                                clock.of("cn-banking-insurance/decision@2020-03-01"),
                                ledger,
                                Duration.ofDays(30)))
                .isFalse();
    }

    @Test
    void what_the_law_says_is_told_with_its_source_and_that_lawyers_have_to_check_it() {
        var words =
                Packs.SHIPPED.law(Objects.requireNonNull(clock.reference())).orElseThrow().words();

        assertThat(words.getFirst().en())
                .contains("gives 30 days from when the complaint was received");
        assertThat(words.getLast().en())
                .contains("Source: Xinhua", "as of 2026-11-24", "read in the text", "lawyers");
        assertThat(words.getLast().zh()).contains("已核对原文", "律师");
    }

    @Test
    void a_law_that_is_not_known_or_counts_from_what_nobody_tells_is_refused() {
        assertThatThrownBy(() -> naming("{ clock: REGULATORY, pack: moon/decision }"))
                .hasMessageContaining("unknown law 'moon/decision'");
        assertThatThrownBy(
                        () -> naming("{ clock: REGULATORY, pack: cn-accident/casualty-updates }"))
                .hasMessageContaining("unknown law");
        assertThatThrownBy(() -> naming("{ clock: REGULATORY, within: PT1H }"))
                .hasMessageContaining("is for REGULATORY, and needed there");
    }

    private static List<CaseClock> begun(
            CaseFacts facts, List<CaseClock> all, Organisation organisation) {
        return Regulation.of(facts, all, organisation, ASSIGNED).begin();
    }

    private static CaseFacts complaint() {
        return ACase.ordinary().received(RECEIVED).facts();
    }

    private static CaseClock resolution() {
        CaseFacts facts = complaint();
        return CaseClock.start(
                new UUID(0, 3),
                facts,
                ClockName.RESOLUTION,
                BANK.deadline(
                        BANK.rule(ClockName.RESOLUTION, facts).orElseThrow(), facts, ASSIGNED));
    }

    private static Organisation naming(String... rules) {
        return DemoOrganisation.of(
                DemoOrganisation.text()
                        .replace(
                                "\nclocks:\n",
                                "\nclocks:\n  - " + String.join("\n  - ", rules) + "\n"));
    }
}
