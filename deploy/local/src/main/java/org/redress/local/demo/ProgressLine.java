package org.redress.local.demo;

import java.time.Duration;
import java.util.Locale;

/**
 * How far a long run has come, as a line.
 *
 * @param done of {@code total}
 */
record ProgressLine(String title, long done, long total, Duration elapsed) {

    private static final int BAR = 24;
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    /** Such as {@code a.jsonl ██████▌░░░ 250/500 50 % 41.7/s ETA 6.0 s}. */
    String text() {
        return "%s  %s  %d/%d  %3d %%  %s/s  ETA %s"
                .formatted(title, bar(), done, total, percent(), rate(), eta());
    }

    int percent() {
        return total == 0 ? 100 : Math.toIntExact(done * 100 / total);
    }

    private String bar() {
        long eighths = total == 0 ? BAR * 8L : done * BAR * 8L / total;
        int full = Math.toIntExact(eighths / 8);
        int part = Math.toIntExact(eighths % 8);
        String begun = part == 0 ? "" : EIGHTHS.substring(part, part + 1);
        return "█".repeat(full) + begun + "░".repeat(BAR - full - begun.length());
    }

    private String rate() {
        return String.format(Locale.ROOT, "%.1f", perSecond());
    }

    private String eta() {
        return perSecond() == 0
                ? "–"
                : Took.text(Duration.ofMillis(Math.round((total - done) / perSecond() * 1000)));
    }

    private double perSecond() {
        long millis = elapsed.toMillis();
        return millis == 0 ? 0 : done * 1000.0 / millis;
    }
}
