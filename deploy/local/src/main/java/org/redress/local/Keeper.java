package org.redress.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Starts again what died, and says so. A part that was stopped or killed by a command is no longer
 * remembered as running, and left alone. Whoever dies again and again waits longer each time.
 */
public final class Keeper {
    private static final Duration GLANCE = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Supervisor supervisor;
    private final List<Part> parts;
    private final PropertyFile restarts;
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
            List<Part> parts,
            PropertyFile restarts,
            Consumer<String> progress,
            InstantSource clock) {
        this.supervisor = supervisor;
        this.parts = List.copyOf(parts);
        this.restarts = restarts;
        this.progress = progress;
        this.clock = clock;
    }

    /** The process that {@code ./redress up} leaves behind. */
    public static void main(String[] arguments) {
        Platform.Settings settings = Platform.Settings.ofCheckout();
        keep(Platform.of(settings, new Progress(System.out)), settings.folder());
    }

    /** Watches the platform of this folder until nothing runs any more. */
    static void keep(Platform platform, Path folder) {
        Keeper keeper = platform.keeper();
        while (platform.isRemembered()) {
            keeper.look(folder);
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    /** Starts what must be started, unless another command starts or stops things just now. */
    private void look(Path folder) {
        List<Part> due = due();
        if (due.isEmpty()) {
            return;
        }
        try (Turn _ = Turn.take(folder)) {
            due.forEach(this::revive);
        } catch (Turn.Taken _) {
            // the next look will do
        }
    }

    /**
     * Looks once at everything: what must be started now. What is missing must be so a second time:
     * the first time, a command may just be stopping it.
     */
    List<Part> due() {
        List<Part> due = new ArrayList<>();
        for (Part part : parts) {
            if (!supervisor.isMissing(part)) {
                missing.remove(part.name());
            } else if (!missing.add(part.name()) && isTime(part)) {
                due.add(part);
            }
        }
        return due;
    }

    private boolean isTime(Part part) {
        Attempt last = attempts.get(part.name());
        return last == null || !clock.instant().isBefore(last.at().plus(last.pause()));
    }

    /** Starts it again, unless somebody else just did, or stopped it. */
    void revive(Part part) {
        if (!supervisor.isMissing(part)) {
            return;
        }
        String name = part.name();
        Instant now = clock.instant();
        Attempt last = attempts.get(name);
        Duration pause = last == null || last.isForgotten(now) ? FIRST_PAUSE : last.longer();
        attempts.put(name, new Attempt(now, pause));
        progress.accept(
                "%s: DIED and is started again; what it said before is in %s.1"
                        .formatted(name, supervisor.log(part)));
        restarts.put(name, Integer.toString(restarts.number(name) + 1));
        try {
            supervisor.start(part);
            missing.remove(name);
        } catch (Failure e) {
            progress.accept(
                    "%s: did not start, and is tried again in %d s at the earliest. %s"
                            .formatted(name, pause.toSeconds(), e.getMessage()));
        }
    }
}
