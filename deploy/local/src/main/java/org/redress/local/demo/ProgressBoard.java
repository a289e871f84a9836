package org.redress.local.demo;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Shows how far a run has come: in place on a terminal, and now and then in a log. */
final class ProgressBoard {
    private static final Duration SELDOM = Duration.ofSeconds(5);
    private static final int BAR = 24;
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    private final Terminal terminal;
    private long toldAt = System.nanoTime();

    ProgressBoard(Terminal terminal) {
        this.terminal = terminal;
    }

    void show(String line) {
        if (terminal.isLive()) {
            terminal.show(List.of(Columns.cut(line, terminal.columns())));
        } else if (System.nanoTime() - toldAt >= SELDOM.toNanos()) {
            terminal.line(line);
            toldAt = System.nanoTime();
        }
    }

    /** What was so at the end, which stays. */
    void finish(String line) {
        if (terminal.isLive()) {
            terminal.settle(List.of(Columns.cut(line, terminal.columns())));
        } else {
            terminal.line(line);
        }
    }

    /** Such as {@code a.jsonl ██████▌░░░ 250/500 50 % 41.7/s ETA 6.0 s}. */
    static String line(String title, long done, long total, Duration elapsed) {
        long percent = total == 0 ? 100 : done * 100 / total;
        long millis = elapsed.toMillis();
        double perSecond = millis == 0 ? 0 : done * 1000.0 / millis;
        String left =
                perSecond == 0
                        ? "–"
                        : Times.text(
                                Duration.ofMillis(Math.round((total - done) / perSecond * 1000)));
        return String.format(
                Locale.ROOT,
                "%s  %s  %d/%d  %3d %%  %.1f/s  ETA %s",
                title,
                bar(done, total),
                done,
                total,
                percent,
                perSecond,
                left);
    }

    private static String bar(long done, long total) {
        long eighths = total == 0 ? BAR * 8L : done * BAR * 8L / total;
        int full = Math.toIntExact(eighths / 8);
        int part = Math.toIntExact(eighths % 8);
        String begun = part == 0 ? "" : EIGHTHS.substring(part, part + 1);
        return "█".repeat(full) + begun + "░".repeat(BAR - full - begun.length());
    }
}
