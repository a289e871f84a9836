package org.redress.demo;

import java.time.Duration;
import org.redress.local.Table;

/** Tells what happens to one case while it happens, a line for each thing. */
record Story(int place, String title) {
    private static final int TITLE = 28;

    void tell(String stage, Duration took, String news) {
        line(stage, Times.text(took), news);
    }

    /** Something that did not take any time. */
    void tell(String news) {
        line("", "", news);
    }

    private void line(String stage, String time, String news) {
        System.out.println(
                "%2d  %s  %-12s %7s  %s"
                        .formatted(
                                place,
                                Table.padded(title, TITLE),
                                stage,
                                time,
                                news.strip().replaceAll("\\s+", " ")));
    }
}
