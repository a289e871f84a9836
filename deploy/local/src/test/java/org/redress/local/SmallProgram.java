package org.redress.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A component that is a line of shell. */
record SmallProgram(String name, String script, BooleanSupplier ready) implements Component {

    static SmallProgram thatRuns() {
        return new SmallProgram("small", "exec sleep 300", () -> true);
    }

    static SmallProgram thatFails() {
        return new SmallProgram("small", "echo the reason; exit 7", () -> false);
    }

    static SmallProgram thatIsNeverReady() {
        return new SmallProgram("small", "exec sleep 300", () -> false);
    }

    @Override
    public List<Integer> ports() {
        return List.of();
    }

    @Override
    public String address() {
        return "nowhere";
    }

    @Override
    public void prepare(Path log, Consumer<String> progress) {}

    @Override
    public List<String> command() {
        return List.of("sh", "-c", script);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public boolean isReady() {
        return ready.getAsBoolean();
    }

    @Override
    public Duration startLimit() {
        return Duration.ofMillis(300);
    }
}
