package org.redress.escalation.foresight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.clocks.CaseClock;
import org.redress.escalation.clocks.ClockView;
import org.redress.escalation.foresight.Foreseen.Entry;
import org.redress.escalation.foresight.Foreseen.What;
import org.redress.escalation.organisation.DemoOrganisation;
import org.redress.escalation.organisation.Names;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.paging.Rehearsal;

/** What a preview says, in sentences and in which order. */
class ForesightTest {

    private static final Organisation ORGANISATION = DemoOrganisation.get();
    private static final Instant SATURDAY_NIGHT = Instant.parse("2026-12-05T15:00:00Z");
    private static final UnitPath QUALITY = new UnitPath("hq/quality");

    @Test
    void of_a_high_case_on_a_saturday_night_every_page_is_a_sentence() {
        Foreseen foreseen = foresight(Severity.HIGH, null).fromTheBeginning(List.of());

        assertThat(foreseen.timeline().stream().map(Entry::says).limit(3))
                .containsExactly(
                        new Names(
                                "2026-12-05 23:00通知张磊（质量管理部 duty-officer，A 角），应在 2026-12-05 23:05 前确认。",
                                "At 2026-12-05 23:00 Zhang Lei is paged as duty-officer of Quality Management (A) and has until 2026-12-05 23:05 to answer."),
                        new Names(
                                "2026-12-05 23:05通知何静（质量管理部 duty-officer，B 角），应在 2026-12-05 23:10 前确认。",
                                "At 2026-12-05 23:05 He Jing is paged as duty-officer of Quality Management (B) and has until 2026-12-05 23:10 to answer."),
                        new Names(
                                "2026-12-05 23:10通知徐强（质量管理部 unit-head，A 角），应在 2026-12-05 23:20 前确认。",
                                "At 2026-12-05 23:10 Xu Qiang is paged as unit-head of Quality Management (A) and has until 2026-12-05 23:20 to answer."));
        assertThat(foreseen.timeline().reversed().stream().map(Entry::what).limit(2))
                .containsExactly(What.WATCH_PAGED, What.EXHAUSTED);
        assertThat(foreseen.complete()).isTrue();
    }

    @Test
    void a_clock_warns_the_handler_and_reaches_the_head_when_it_breaks() {
        Foreseen foreseen =
                foresight(Severity.MEDIUM, new PersonId("he.jing"))
                        .with(List.of(clock(CaseClock.State.RUNNING)));

        assertThat(foreseen.timeline())
                .extracting(Entry::what, Entry::at, Entry::person)
                .startsWith(
                        tuple(
                                What.CLOCK_WARNS,
                                SATURDAY_NIGHT.plusSeconds(600),
                                new PersonId("he.jing")),
                        tuple(What.CLOCK_BREAKS, SATURDAY_NIGHT.plusSeconds(900), null),
                        tuple(
                                What.PAGED,
                                SATURDAY_NIGHT.plusSeconds(900),
                                new PersonId("xu.qiang")));
    }

    @Test
    void a_clock_that_has_stopped_says_nothing() {
        assertThat(
                        foresight(Severity.MEDIUM, null)
                                .with(List.of(clock(CaseClock.State.MET)))
                                .timeline())
                .isEmpty();
    }

    private static Foresight foresight(Severity severity, PersonId handler) {
        CaseFacts facts =
                new Imagined(
                                null,
                                null,
                                QUALITY.value(),
                                severity,
                                CaseClass.COMPLAINT,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)
                        .facts(QUALITY, null);
        return new Foresight(
                ORGANISATION, facts, handler, new Rehearsal(ORGANISATION, facts), SATURDAY_NIGHT);
    }

    private static ClockView clock(CaseClock.State state) {
        return new ClockView(
                new UUID(0, 1),
                1,
                ClockName.FIRST_RESPONSE,
                QUALITY.value(),
                null,
                "24x7",
                SATURDAY_NIGHT,
                SATURDAY_NIGHT.plusSeconds(600),
                SATURDAY_NIGHT.plusSeconds(900),
                null,
                CaseClock.Binding.RULE,
                state,
                null,
                null);
    }
}
