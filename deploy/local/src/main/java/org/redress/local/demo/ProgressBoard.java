package org.redress.local.demo;

import java.time.Duration;
import java.util.List;

/** Shows how far a run has come: in place on a terminal, and now and then in a log. */
final class ProgressBoard {

    private static final Duration SELDOM = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final LiveRegion region;
    private long toldAt = System.nanoTime();

    ProgressBoard(Terminal terminal) {
        this.terminal = terminal;
        this.region = new LiveRegion(terminal);
    }

    /** What is so now. */
    void show(String line) {
        if (terminal.isLive()) {
            region.show(List.of(Columns.cut(line, terminal.columns())));
        } else if (System.nanoTime() - toldAt >= SELDOM.toNanos()) {
            terminal.line(line);
            toldAt = System.nanoTime();
        }
    }

    /** What was so at the end, which stays. */
    void finish(String line) {
        if (terminal.isLive()) {
            region.settle(List.of(Columns.cut(line, terminal.columns())));
        } else {
            terminal.line(line);
        }
    }
}
