package org.redress.local;

import java.io.PrintStream;
import java.util.List;

/** {@code ./redress status}: how every process is and where it listens. */
final class StatusCommand implements Command {

    private static final String ROW = "%-13s %8s %8s  %-10s %-9s %s%n";

    private final PrintStream out;

    StatusCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String help() {
        return "  status                each process with its memory, address and health";
    }

    /** Exit status 0 when all of it is ready, 3 otherwise, as of {@code systemctl status}. */
    @Override
    public int run(List<String> arguments) {
        Redress.WrongUse.refuse(this, arguments.stream());
        Platform platform = Platform.of(Platform.Settings.ofCheckout(), _ -> {});
        List<PartStatus> parts = platform.status();
        out.printf(ROW, "", "pid", "memory", "health", "restarts", "address");
        parts.forEach(part -> out.printf(ROW, row(part)));
        if (parts.stream().allMatch(part -> part.pid().isEmpty())) {
            out.printf("%nNothing runs. Start it with ./redress up%n");
        } else {
            tellRestarts(parts, platform);
            out.printf("%nLogs are in %s%n", platform.logs());
        }
        return parts.stream().allMatch(part -> part.health() == PartStatus.Health.READY) ? 0 : 3;
    }

    private void tellRestarts(List<PartStatus> parts, Platform platform) {
        parts.stream()
                .filter(part -> part.restarts() > 0)
                .forEach(part ->
                        out.printf(
                                "%n%s died and was started again, %d times since ./redress up:"
                                        + " see %s%n",
                                part.name(),
                                part.restarts(),
                                platform.logs().resolve("keeper.log")));
    }

    private static Object[] row(PartStatus part) {
        return new Object[] {
            part.name(),
            part.pid().map(Object::toString).orElse("-"),
            part.memory().isPresent() ? part.memory().getAsLong() + " MB" : "-",
            switch (part.health()) {
                case READY -> "ready";
                case NOT_READY -> "NOT READY";
                case DOWN -> "down";
            },
            part.restarts() == 0 ? "-" : Integer.toString(part.restarts()),
            part.address()
        };
    }
}
