package org.redress.local;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;

/** Progress for people: a line for each thing that happened, with the time since the beginning. */
final class Progress implements Consumer<String> {

    private final PrintStream out;
    private final long begun = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void accept(String line) {
        out.println(String.format(Locale.ROOT, "%6.1f s  %s", seconds(), line));
    }

    double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }
}
