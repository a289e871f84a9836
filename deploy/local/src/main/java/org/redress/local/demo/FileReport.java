package org.redress.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.local.demo.FactWatch.Fact;
import org.redress.local.demo.Terminal.Style;

/** What became of a file of complaints. */
final class FileReport {
    private static final int MOST_REASONS = 12;
    private static final int MOST_NUMBERS = 8;
    private static final int BAR = 30;

    private final Terminal terminal;
    private final Tally tally;
    private final List<Tally.Reported> reported;

    FileReport(Terminal terminal, Tally tally) {
        this.terminal = terminal;
        this.tally = tally;
        this.reported = tally.reported();
    }

    void print(Duration sending) {
        int accepted = tally.accepted().size();
        terminal.line("");
        terminal.line(
                String.format(
                        Locale.ROOT,
                        "%d cases answered 201 in %s, which is %.1f/s.",
                        accepted,
                        Times.text(sending),
                        accepted * 1000.0 / Math.max(1, sending.toMillis())));
        if (!reported.isEmpty()) {
            counts("class", Fact::caseClass);
            counts("category", Fact::category);
            counts("severity", Fact::severity);
            counts("level", Fact::responseLevel);
            latencies();
        }
        reasons("Bad lines, skipped", Style.WARNING, tally.bad());
        reasons("Refused by intake", Style.WARNING, tally.refused());
        reasons("Not answered", Style.BAD, tally.unanswered());
        verdict(accepted);
    }

    /** Whether each case answered 201 has its fact, and each fact its assessment. */
    boolean isWhole() {
        return reported.size() == tally.accepted().size() && tally.unreported() == 0;
    }

    private void counts(String name, Function<Fact, String> axis) {
        Map<String, Long> counts =
                reported.stream()
                        .map(one -> axis.apply(one.seen().latest()))
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<Map.Entry<String, Long>> mostFirst =
                counts.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Long>comparingByValue()
                                        .reversed()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .toList();
        terminal.line("");
        String head = name;
        for (Map.Entry<String, Long> count : mostFirst) {
            double share = (double) count.getValue() / reported.size();
            terminal.line(
                    String.format(
                            Locale.ROOT,
                            "%-10s %-18s %6d %5.1f %%  %s",
                            head,
                            count.getKey().isEmpty() ? "(not assessed)" : count.getKey(),
                            count.getValue(),
                            100 * share,
                            "█".repeat((int) Math.round(share * BAR))));
            head = "";
        }
    }

    private void latencies() {
        Table table = new Table(List.of("", "p50", "p99", "max"), 0);
        latency(table, "request → 201", one -> Optional.of(one.registered().took()));
        latency(
                table,
                "201 → assessed",
                one -> one.seen().latest().assessedAt().map(at -> since(one, at)));
        latency(
                table,
                "201 → fact on the BI topic",
                one -> Optional.of(since(one, one.seen().firstAt())));
        terminal.line("");
        table.lines(terminal.columns()).forEach(terminal::line);
    }

    private void latency(
            Table table, String name, Function<Tally.Reported, Optional<Duration>> kind) {
        Times found = Times.of(reported.stream().map(kind));
        table.row(List.of(name, found.text(50), found.text(99), found.text(100)));
    }

    private static Duration since(Tally.Reported one, Instant moment) {
        return Times.between(one.registered().answeredAt(), moment);
    }

    private void reasons(String head, Style style, SortedMap<Integer, String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Map<String, List<Integer>> byReason = new LinkedHashMap<>();
        lines.forEach(
                (number, why) -> byReason.computeIfAbsent(why, _ -> new ArrayList<>()).add(number));
        terminal.line("");
        terminal.line(terminal.styled(style, head + ": " + lines.size()));
        byReason.entrySet().stream()
                .limit(MOST_REASONS)
                .forEach(each ->
                        terminal.line("  line " + numbers(each.getValue()) + " " + each.getKey()));
    }

    private static String numbers(List<Integer> lines) {
        String first =
                lines.stream()
                        .limit(MOST_NUMBERS)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
        return lines.size() <= MOST_NUMBERS
                ? first
                : first + " and " + (lines.size() - MOST_NUMBERS) + " more";
    }

    private void verdict(int accepted) {
        boolean allReported = reported.size() == accepted;
        terminal.line("");
        if (tally.unreported() > 0 && allReported) {
            terminal.line(
                    terminal.styled(
                            Style.BAD,
                            "%d cases have no assessment within the wait."
                                    .formatted(tally.unreported())));
        }
        terminal.line(
                terminal.styled(
                        allReported ? Style.GOOD : Style.BAD,
                        "cases answered 201 = %d, facts on redress.bi.case-facts = %d"
                                .formatted(accepted, reported.size())));
    }
}
