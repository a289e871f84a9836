package org.redress.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.reporting.Story.MORNING;
import static org.redress.reporting.facts.FactFixtures.published;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.reporting.Story;
import org.redress.reporting.events.CaseEvent;
import org.redress.reporting.events.Code;
import org.redress.reporting.events.UnitPath;

/** A replica whose clock is behind says the truth all the same. */
class TheNewerIsToldByItsVersionTest {

    private static final Duration BEHIND = Duration.ofSeconds(-2);

    @Test
    void a_resolution_by_a_replica_that_is_two_seconds_behind_is_not_lost() {
        var story =
                Story.ofARealCase()
                        .registered()
                        .inVersion(11)
                        .progressed("FIRST_RESPONSE")
                        .after(BEHIND)
                        .resolved();

        assertThat(published(story).status()).isEqualTo(new Code("RESOLVED"));
        assertThat(published(backwards(story)).status()).isEqualTo(new Code("RESOLVED"));
    }

    @Test
    void the_unit_that_escalation_named_last_is_accountable_whatever_the_clocks_of_triage_say() {
        var story =
                Story.ofARealCase()
                        .registered()
                        .inVersion(1)
                        .assigned("T1", "hq/quality")
                        .after(BEHIND)
                        .assigned("T2", "hq/safety")
                        .after(Duration.ofHours(1))
                        .assessed(1, "COMPLAINT", "HIGH", "hq/quality");

        assertThat(published(story).ownerUnit()).isEqualTo(new UnitPath("hq/safety"));
        assertThat(published(story).tier()).isEqualTo(new Code("T2"));
        assertThat(published(backwards(story)).ownerUnit()).isEqualTo(new UnitPath("hq/safety"));
    }

    @Test
    void a_reopening_after_the_closure_is_the_last_word() {
        var story =
                Story.ofARealCase()
                        .registered()
                        .inVersion(20)
                        .closed("SATISFIED")
                        .after(BEHIND)
                        .reopened("T2");

        assertThat(published(story).status()).isEqualTo(new Code("ASSIGNED"));
        assertThat(published(story).closedAs()).isNull();
        assertThat(published(story).closedAt()).isNull();
    }

    @Test
    void
            what_was_said_before_there_were_versions_is_the_older_and_in_the_order_in_which_it_was_written_down() {
        var story =
                Story.ofARealCase()
                        .registered()
                        .progressed("ACCEPTED")
                        .after(Duration.ofSeconds(1))
                        .resolved();
        assertThat(published(backwards(story)).status()).isEqualTo(new Code("RESOLVED"));

        story.inVersion(1).after(BEHIND).progressed("NOTE");
        assertThat(published(backwards(story)).status()).isEqualTo(new Code("IN_PROGRESS"));
    }

    @Test
    void and_what_was_written_down_last_is_the_newer_though_it_happened_first() {
        var earlier = new Stamp(1, null, MORNING.plusSeconds(9), MORNING.plusSeconds(10), "b");
        var later = new Stamp(1, null, MORNING, MORNING.plusSeconds(11), "a");

        assertThat(later).isGreaterThan(earlier);
    }

    @Test
    void a_later_round_is_the_newer_with_and_without_versions() {
        var story =
                Story.ofARealCase().registered().closed("SATISFIED").after(BEHIND).reopened("T2");

        assertThat(published(story).status()).isEqualTo(new Code("ASSIGNED"));
        assertThat(published(backwards(story)).status()).isEqualTo(new Code("ASSIGNED"));
    }

    private static List<CaseEvent> backwards(Story story) {
        var events = new ArrayList<>(story.events());
        Collections.reverse(events);
        return events;
    }
}
