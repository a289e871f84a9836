package org.redress.local.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What happens to one case, told while it happens. */
final class Story {
    private final Narrator narrator;
    private final List<String> notes = new ArrayList<>();
    private Row row;

    Story(Row row, Narrator narrator) {
        this.row = row;
        this.narrator = narrator;
    }

    Row row() {
        return row;
    }

    void numbered(String caseNumber) {
        row = row.numbered(caseNumber);
    }

    void reached(Stage stage, Duration took, String news) {
        row = row.reached(stage, took, oneLine(news));
        narrator.tell(row);
    }

    void reopened(String news) {
        note(news);
        row = row.reopened(news);
        narrator.tell(row);
    }

    /** Something that is worth keeping beside the case when it is over. */
    void note(String note) {
        notes.add(oneLine(note));
    }

    void failed(String why) {
        note(why);
        row = row.failed(why);
    }

    void over() {
        narrator.settle(row, List.copyOf(notes));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
