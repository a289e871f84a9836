package org.redress.local.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
        List<String> lines = new ArrayList<>();
        for (Played played : all) {
            played.differences()
                    .forEach(difference ->
                            lines.add(
                                    "%s  %s  %s"
                                            .formatted(
                                                    Columns.right(
                                                            Integer.toString(played.row().place()),
                                                            4),
                                                    Columns.left(played.script().name(), 44),
                                                    difference)));
        }
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
        terminal.line("");
        List<Played> broken =
                all.stream().filter(played -> played.row().problem() != null).toList();
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
        for (Played played : broken) {
            terminal.line(
                    "%s  %s"
                            .formatted(
                                    Columns.right(Integer.toString(played.row().place()), 4),
                                    played.row().problem()));
        }
    }

    private static List<String> cells(Played played) {
        Assessment made = played.assessment();
        return List.of(
                Integer.toString(played.row().place()),
                played.script().name(),
                made == null ? "–" : made.caseClass(),
                made == null ? "–" : made.severity(),
                made == null ? "–" : made.responseLevel(),
                made == null ? "–" : made.ownerUnit(),
                Integer.toString(played.rounds()),
                text(played.toAssess()),
                text(played.paging().map(Paging.Times::toMail)),
                text(played.paging().map(Paging.Times::toAcknowledge)),
                Took.text(played.total()));
    }

    private List<String> percentiles(String name, int percent) {
        return List.of(
                "",
                name,
                "",
                "",
                "",
                "",
                "",
                latencies(Played::toAssess).text(percent),
                latencies(it -> it.paging().map(Paging.Times::toMail)).text(percent),
                latencies(it -> it.paging().map(Paging.Times::toAcknowledge)).text(percent),
                latencies(it -> Optional.of(it.total())).text(percent));
    }

    private Latencies latencies(Function<Played, Optional<Duration>> kind) {
        return Latencies.of(all.stream().map(kind).flatMap(Optional::stream));
    }

    private static String text(Optional<Duration> took) {
        return took.map(Took::text).orElse("–");
    }
}
