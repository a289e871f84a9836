package org.redress.intake.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LivePromiseTest {

    private static final Instant PROMISED = Instant.parse("2026-11-22T06:00:00Z");
    private static final Instant NOW_DUE = Instant.parse("2026-11-23T06:00:00Z");
    private static final Instant MET = Instant.parse("2026-11-21T09:00:00Z");

    private static final Timetable TIMETABLE =
            new Timetable(
                    List.of(
                            promise(Milestone.ACKNOWLEDGMENT),
                            promise(Milestone.FIRST_RESPONSE),
                            promise(Milestone.RESOLUTION)));

    @Test
    void before_any_clock_runs_the_promise_stands_as_it_was_made() {
        assertThat(live(List.of(), Optional.empty()))
                .allSatisfy(promise -> {
                    assertThat(promise.dueAt()).isEqualTo(promise.promisedAt());
                    assertThat(promise.metAt()).isNull();
                });
    }

    @Test
    void a_clock_moves_the_deadline_and_the_promise_is_kept_beside_it() {
        // when
        LivePromise resolution =
                live(List.of(clock("RESOLUTION", 1, NOW_DUE, null)), Optional.empty()).get(2);

        // then
        assertThat(resolution.promisedAt()).isEqualTo(PROMISED);
        assertThat(resolution.dueAt()).isEqualTo(NOW_DUE);
    }

    @Test
    void the_clock_of_the_latest_round_counts() {
        // when
        LivePromise firstResponse =
                live(
                                List.of(
                                        clock("FIRST_RESPONSE", 2, NOW_DUE, null),
                                        clock("FIRST_RESPONSE", 1, PROMISED, MET)),
                                Optional.empty())
                        .get(1);

        // then
        assertThat(firstResponse.dueAt()).isEqualTo(NOW_DUE);
        assertThat(firstResponse.metAt()).isNull();
    }

    @Test
    void a_clock_that_took_anothers_place_counts() {
        assertThat(
                        live(
                                        List.of(
                                                clock("RESOLUTION", 1, NOW_DUE, null),
                                                clock("RESOLUTION", 1, PROMISED, null)),
                                        Optional.empty())
                                .get(2)
                                .dueAt())
                .isEqualTo(PROMISED);
    }

    @Test
    void what_the_customer_was_told_since_is_the_promise_in_later_rounds_too() {
        var changed = new RunningClock("RESOLUTION", 1, PROMISED, MET, null);

        assertThat(live(List.of(changed), Optional.empty()).get(2).promisedAt()).isEqualTo(MET);
        assertThat(live(List.of(changed, clock("RESOLUTION", 2, NOW_DUE, null)), Optional.empty()))
                .last()
                .returns(MET, LivePromise::promisedAt)
                .returns(NOW_DUE, LivePromise::dueAt);
    }

    @Test
    void the_acknowledgment_is_met_when_the_mail_has_left() {
        assertThat(live(List.of(), Optional.of(MET)).getFirst().metAt()).isEqualTo(MET);
    }

    @Test
    void a_clock_that_no_customer_was_told_of_changes_nothing() {
        assertThat(live(List.of(clock("UNIT_RECEIPT", 1, NOW_DUE, MET)), Optional.empty()))
                .isEqualTo(live(List.of(), Optional.empty()));
    }

    private static List<LivePromise> live(
            List<RunningClock> clocks, Optional<Instant> acknowledgedAt) {
        return LivePromise.of(TIMETABLE, clocks, acknowledgedAt);
    }

    private static Promise promise(Milestone milestone) {
        return new Promise(milestone, PROMISED, HeardFrom.RESPONSIBLE_UNIT);
    }

    private static RunningClock clock(
            String name, int round, Instant dueAt, @Nullable Instant metAt) {
        return new RunningClock(name, round, dueAt, null, metAt);
    }
}
