package org.redress.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Starts again what died, and says so. A part that was stopped or killed by a command is no longer
 * remembered as running, and left alone. Whoever dies again and again waits longer each time.
 */
final class Keeper {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Supervisor supervisor;
    private final List<? extends Component> components;
    private final Restarts restarts;
    private final Consumer<String> progress;
    private final InstantSource clock;
    private final Set<String> missing = new HashSet<>();
    private final Map<String, Attempt> attempts = new HashMap<>();

    private record Attempt(Instant at, Duration pause) {

        /** It lived for long: that it died then is a new story. */
        boolean isForgotten(Instant now) {
            return at.plus(LONGEST_PAUSE).plus(pause).isBefore(now);
        }

        Duration longer() {
            Duration twice = pause.multipliedBy(2);
            return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
        }
    }

    Keeper(
            Supervisor supervisor,
            List<? extends Component> components,
            Restarts restarts,
            Consumer<String> progress,
            InstantSource clock) {
        this.supervisor = supervisor;
        this.components = List.copyOf(components);
        this.restarts = restarts;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Looks once at everything: what must be started now. What is missing must be so a second time:
     * the first time, a command may just be stopping it.
     */
    List<Component> due() {
        List<Component> due = new ArrayList<>();
        for (Component component : components) {
            if (!supervisor.isMissing(component)) {
                missing.remove(component.name());
            } else if (!missing.add(component.name()) && isTime(component)) {
                due.add(component);
            }
        }
        return due;
    }

    /** Starts it again, unless somebody else just did, or stopped it. */
    void revive(Component component) {
        if (supervisor.isMissing(component)) {
            startAgain(component);
        }
    }

    private boolean isTime(Component component) {
        Attempt last = attempts.get(component.name());
        return last == null || !clock.instant().isBefore(last.at().plus(last.pause()));
    }

    private void startAgain(Component component) {
        String name = component.name();
        Instant now = clock.instant();
        Attempt last = attempts.get(name);
        Duration pause = last == null || last.isForgotten(now) ? FIRST_PAUSE : last.longer();
        attempts.put(name, new Attempt(now, pause));
        progress.accept(
                "%s: DIED and is started again; what it said before is in %s.1"
                        .formatted(name, supervisor.log(component)));
        restarts.count(name);
        try {
            supervisor.start(component);
            missing.remove(name);
        } catch (StartFailure e) {
            progress.accept(
                    "%s: did not start, and is tried again in %d s at the earliest. %s"
                            .formatted(name, pause.toSeconds(), e.getMessage()));
        }
    }
}
