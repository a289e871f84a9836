package org.redress.escalation.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.threeten.extra.MutableClock;

/** A case that triage does not judge is missed, sooner than its customer misses an answer. */
@WithEscalation
class SilentTriageTest {

    @Inject MutableClock clock;
    @Inject Jdbi jdbi;
    @Inject WatchDesk desk;

    @Test
    void only_a_case_that_is_meant_and_waits_longer_than_a_quarter_of_an_hour_is_missed() {
        // given
        QuarkusTransaction.requiringNew()
                .run(() ->
                        change(
                                "update handling set mode = 'TEST'"
                                        + " where status = 'NEW' and assessment_revision is null"));
        var test = CaseStory.registered();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        change(
                                "update handling set mode = 'TEST' where case_number = '%s'"
                                        .formatted(test.number())));
        clock.add(Duration.ofMinutes(16));
        assertThat(looked()).isZero();

        // when
        var story = CaseStory.registered();

        // then
        clock.add(Duration.ofMinutes(14));
        assertThat(looked()).isZero();
        clock.add(Duration.ofMinutes(2));
        assertThat(looked()).as("its clock tells of it").isZero();
        change("delete from case_clock where case_number = '%s'".formatted(story.number()));
        assertThat(looked()).isEqualTo(1);
    }

    @Test
    void it_is_looked_for_twice_a_minute() {
        var silent = new SilentTriage(jdbi, desk, Duration.ofDays(9_999));
        var now = clock.instant();
        assertThat(silent.next()).contains(Instant.EPOCH);

        silent.fire(now);

        assertThat(silent.next()).contains(now.plusSeconds(30));
    }

    /** As a process does that has just begun. */
    private int looked() {
        return new SilentTriage(jdbi, desk, Duration.ofMinutes(15)).fire(clock.instant());
    }

    private void change(String statement) {
        jdbi.useHandle(handle -> handle.execute(statement));
    }
}
