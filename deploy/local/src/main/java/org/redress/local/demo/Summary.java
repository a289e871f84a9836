package org.redress.local.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.redress.local.demo.Journey.Played;
import org.redress.local.demo.Terminal.Style;

/** What the demo has shown, as a table. */
final class Summary {
    private static final List<String> HEADS =
            List.of(
                    "#",
                    "case",
                    "class",
                    "severity",
                    "level",
                    "owner unit",
                    "rounds",
                    "→assessed",
                    "→mail",
                    "→ack",
                    "total");
    private static final int TEXTS = 6;

    private static final List<Function<Played, Optional<Duration>>> FIGURES =
            List.of(
                    Played::toAssess,
                    played -> played.paging().map(Paging.Took::toMail),
                    played -> played.paging().map(Paging.Took::toAcknowledge),
                    played -> Optional.of(played.total()));

    private final List<Played> all;

    Summary(List<Played> all) {
        this.all = List.copyOf(all);
    }

    /** Whether every case was taken in, told to the BI team and closed. */
    boolean isWhole() {
        return all.stream().allMatch(played -> played.row().problem() == null);
    }

    void on(Terminal terminal) {
        Table table = new Table(HEADS, TEXTS);
        all.forEach(played -> table.row(cells(played)));
        table.rule();
        table.row(percentiles("p50", 50));
        table.row(percentiles("p99", 99));
        terminal.line("");
        table.lines(terminal.columns()).forEach(terminal::line);
        terminal.words(
                Style.FAINT,
                "→assessed and →mail count from the 201, →ack from the mail, total from the"
                        + " call to the fact of the closed case. 0 ms: done before the 201 was read.");
        differences(terminal);
        verdict(terminal);
    }

    private void differences(Terminal terminal) {
        List<String> lines =
                all.stream()
                        .flatMap(played ->
                                played.differences().stream()
                                        .map(difference ->
                                                place(played)
                                                        + Columns.left(played.script().name(), 44)
                                                        + "  "
                                                        + difference))
                        .toList();
        terminal.line("");
        if (lines.isEmpty()) {
            terminal.line("Every assessment is what a person who knows the plans expects.");
        } else {
            terminal.words(
                    Style.WARNING, "Differs from what a person who knows the plans expects:");
            lines.forEach(terminal::words);
        }
    }

    private void verdict(Terminal terminal) {
        List<Played> broken =
                all.stream().filter(played -> played.row().problem() != null).toList();
        terminal.line("");
        if (broken.isEmpty()) {
            terminal.words(
                    Style.GOOD,
                    "All %d cases were closed, and the BI topic has the fact of each."
                            .formatted(all.size()));
            return;
        }
        terminal.words(
                Style.BAD,
                "%d of %d cases did not reach their end:".formatted(broken.size(), all.size()));
        broken.forEach(played -> terminal.line(place(played) + played.row().problem()));
    }

    private static String place(Played played) {
        return Columns.right(Integer.toString(played.row().place()), 4) + "  ";
    }

    private static List<String> cells(Played played) {
        Assessment made = played.assessment();
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(played.row().place()));
        cells.add(played.script().name());
        cells.addAll(
                made == null
                        ? Collections.nCopies(4, "–")
                        : List.of(
                                made.caseClass(),
                                made.severity(),
                                made.responseLevel(),
                                made.ownerUnit()));
        cells.add(Integer.toString(played.rounds()));
        FIGURES.forEach(figure -> cells.add(figure.apply(played).map(Times::text).orElse("–")));
        return cells;
    }

    private List<String> percentiles(String name, int percent) {
        List<String> cells = new ArrayList<>(List.of("", name, "", "", "", "", ""));
        FIGURES.forEach(figure -> cells.add(Times.of(all.stream().map(figure)).text(percent)));
        return cells;
    }
}
