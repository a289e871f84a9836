package org.redress.intake.timetable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A promise as it now stands: what the customer was told stays beside what the clocks of the
 * handling say today.
 *
 * @param promisedAt by when, as the customer was told: at registration, or since by a manager
 *     (IN-11)
 * @param dueAt by when, as the handling's clock of the latest round now says
 * @param metAt when it was kept, if it was
 */
public record LivePromise(
        Milestone milestone,
        Instant promisedAt,
        Instant dueAt,
        HeardFrom by,
        @Nullable Instant metAt) {

    /** The timetable with what the clocks say; {@code acknowledgedAt} is when the mail left. */
    public static List<LivePromise> of(
            Timetable timetable, List<RunningClock> clocks, Optional<Instant> acknowledgedAt) {
        return timetable.promises().stream()
                .map(promise -> live(promise, clocks, acknowledgedAt))
                .toList();
    }

    /** The promise in the form that can be put into words. */
    public Promise asPromise() {
        return new Promise(milestone, dueAt, by);
    }

    private static LivePromise live(
            Promise promise, List<RunningClock> clocks, Optional<Instant> acknowledgedAt) {
        return switch (promise.milestone()) {
            case ACKNOWLEDGMENT -> of(promise, promise.dueAt(), acknowledgedAt.orElse(null));
            case FIRST_RESPONSE, RESOLUTION ->
                    live(
                            promise,
                            clocks.stream()
                                    .filter(clock ->
                                            clock.name().equals(promise.milestone().name()))
                                    .toList());
        };
    }

    /** The clocks of the promise in the order in which they were set: one takes another's place. */
    private static LivePromise live(Promise promise, List<RunningClock> clocks) {
        Promise told =
                clocks.stream()
                        .map(RunningClock::promisedAt)
                        .filter(Objects::nonNull)
                        .reduce((_, later) -> later)
                        .map(promise::at)
                        .orElse(promise);
        return clocks.stream()
                .reduce((one, later) -> later.round() < one.round() ? one : later)
                .map(clock -> of(told, clock.dueAt(), clock.metAt()))
                .orElseGet(() -> of(told, told.dueAt(), null));
    }

    private static LivePromise of(Promise promise, Instant dueAt, @Nullable Instant metAt) {
        return new LivePromise(promise.milestone(), promise.dueAt(), dueAt, promise.by(), metAt);
    }
}
