package org.redress.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.demo.Journey.Played;
import org.redress.local.Table;

/** What the demo has shown, as a table. */
record Summary(List<Played> all) {
    private static final List<Function<Played, Optional<Duration>>> FIGURES =
            List.of(
                    Played::toAssess,
                    played -> played.paging().map(Paging.Took::toMail),
                    played -> played.paging().map(Paging.Took::toAcknowledge),
                    played -> Optional.of(played.total()));

    /** Whether every case was taken in, closed, and told to the BI team. */
    boolean isWhole() {
        return all.stream().allMatch(played -> played.problem() == null);
    }

    void print() {
        Table table =
                new Table(
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
        all.forEach(played -> table.row(cells(played)));
        table.row(percentiles("p50", 50));
        table.row(percentiles("p99", 99));
        System.out.println();
        table.lines().forEach(System.out::println);
        System.out.println(
                "→assessed and →mail count from the 201, →ack from the mail, total from the call to"
                        + " the fact of the closed case. 0 ms: done before the 201 was read.");
        System.out.println();
        System.out.println(
                told(
                        Played::differences,
                        "Every assessment is what a person who knows the plans expects.",
                        "Differs from what a person who knows the plans expects:"));
        System.out.println(
                told(
                        played -> Optional.ofNullable(played.problem()).stream().toList(),
                        "All %d cases were closed, and the BI topic has the fact of each.",
                        "Not all of the %d cases reached their end:"));
    }

    private String told(Function<Played, List<String>> complaints, String good, String bad) {
        String lines =
                all.stream()
                        .flatMap(played ->
                                complaints.apply(played).stream()
                                        .map(what ->
                                                "\n%4d  %s: %s"
                                                        .formatted(
                                                                played.place(),
                                                                played.script().name(),
                                                                what)))
                        .collect(Collectors.joining());
        return (lines.isEmpty() ? good : bad).formatted(all.size()) + lines;
    }

    private static Object[] cells(Played played) {
        Assessment made = played.assessment();
        List<Object> cells = new ArrayList<>(List.of(played.place(), played.script().name()));
        cells.addAll(
                made == null
                        ? Collections.nCopies(4, "–")
                        : List.of(
                                made.caseClass(),
                                made.severity(),
                                made.responseLevel(),
                                made.ownerUnit()));
        cells.add(played.rounds());
        FIGURES.forEach(figure -> cells.add(figure.apply(played).map(Times::text).orElse("–")));
        return cells.toArray();
    }

    private Object[] percentiles(String name, int percent) {
        List<Object> cells = new ArrayList<>(List.of("", name, "", "", "", "", ""));
        FIGURES.forEach(figure -> cells.add(Times.of(all.stream().map(figure)).text(percent)));
        return cells.toArray();
    }
}
