package org.redress.local;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** {@code ./redress down}: stops everything, whichever shell started it. */
final class DownCommand implements Command {

    private final PrintStream out;

    DownCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "down";
    }

    @Override
    public String help() {
        return "  down                  stop everything; the data is kept";
    }

    @Override
    public int run(List<String> arguments) {
        Redress.WrongUse.refuse(this, arguments.stream());
        Progress progress = new Progress(out);
        Platform.Settings settings = Platform.Settings.ofCheckout();
        Platform running = Platform.of(settings, progress);
        running.dismissKeeper();
        try (Turn _ = Turn.take(settings.folder());
                Platform platform = running) {
            if (platform.status().stream().allMatch(part -> part.pid().isEmpty())) {
                out.println("Nothing runs.");
                return 0;
            }
        }
        out.printf(
                Locale.ROOT,
                "Everything is stopped after %.1f s; the data is kept in %s.%n",
                progress.seconds(),
                settings.folder());
        return 0;
    }
}
