package org.redress.local;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A part that is a line of shell. */
final class SmallProgram {
    private SmallProgram() {}

    static Part thatRuns() {
        return of("small", "exec sleep 300", () -> true);
    }

    static Part thatFails() {
        return of("small", "echo the reason; exit 7", () -> false);
    }

    static Part thatIsNeverReady() {
        return of("small", "exec sleep 300", () -> false, Duration.ofMillis(300));
    }

    static Part of(String name, String script, BooleanSupplier ready) {
        return of(name, script, ready, Duration.ofSeconds(30));
    }

    private static Part of(String name, String script, BooleanSupplier ready, Duration limit) {
        return Part.of(
                name,
                "nowhere",
                List.of(),
                limit,
                () -> Part.Launch.of(List.of("sh", "-c", script)),
                ready);
    }
}
