package org.redress.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.demo.Facts.Told;
import org.redress.demo.Registration.Accepted;
import org.redress.local.Table;

/** What became of the lines of a file, by their numbers; counted by many senders at once. */
final class Tally {
    private static final int MOST_REASONS = 20;
    private static final List<String> AXES =
            List.of("caseClass", "category", "severity", "responseLevel");

    private final SortedMap<Integer, Accepted> accepted = new ConcurrentSkipListMap<>();
    private final SortedMap<Integer, String> failed = new ConcurrentSkipListMap<>();
    private final Function<String, Optional<Told>> facts;

    private record Reported(Accepted registered, Told told) {
        Duration until(Instant moment) {
            return Times.between(registered.answeredAt(), moment);
        }
    }

    /** With what the BI topic has told of a case. */
    Tally(Function<String, Optional<Told>> facts) {
        this.facts = facts;
    }

    void answered(int line, Registration answer) {
        switch (answer) {
            case Accepted registered -> accepted.put(line, registered);
            case Registration.Refused(String reason) ->
                    failed(line, "refused by intake: " + reason);
            case Registration.NotNow(String reason) -> failed(line, "not answered: " + reason);
        }
    }

    /** The line became no case. */
    void failed(int line, String why) {
        failed.put(line, why);
    }

    /** How many cases still lack a fact that tells of their assessment. */
    int unreported() {
        long complete =
                reported().stream().filter(one -> one.told().assessedAt().isPresent()).count();
        return accepted.size() - (int) complete;
    }

    private List<Reported> reported() {
        return accepted.values().stream()
                .flatMap(one ->
                        facts.apply(one.caseId()).map(told -> new Reported(one, told)).stream())
                .toList();
    }

    /** All of it for people. */
    List<String> report(Duration sending) {
        List<Reported> reported = reported();
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%d cases answered 201 in %s, which is %.1f/s.",
                        accepted.size(),
                        Times.text(sending),
                        accepted.size() * 1000.0 / Math.max(1, sending.toMillis())));
        if (!reported.isEmpty()) {
            lines.add("");
            lines.addAll(counts(reported).lines());
            lines.add("");
            lines.addAll(latencies(reported).lines());
        }
        if (!failed.isEmpty()) {
            lines.add("");
            lines.add("%d lines became no case:".formatted(failed.size()));
            failed.entrySet().stream()
                    .limit(MOST_REASONS)
                    .map(one -> "  line %d: %s".formatted(one.getKey(), one.getValue()))
                    .forEach(lines::add);
        }
        lines.add("");
        if (unreported() > 0) {
            lines.add("%d cases have no assessment within the wait.".formatted(unreported()));
        }
        lines.add(
                "cases answered 201 = %d, facts on redress.bi.case-facts = %d"
                        .formatted(accepted.size(), reported.size()));
        return lines;
    }

    private static Table counts(List<Reported> reported) {
        Table table = new Table("", "", "cases", "%");
        for (String axis : AXES) {
            Map<String, Long> counts =
                    reported.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            one -> one.told().latest().path(axis).asText("–"),
                                            Collectors.counting()));
            counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .forEach(count ->
                            table.row(
                                    axis,
                                    count.getKey(),
                                    count.getValue(),
                                    String.format(
                                            Locale.ROOT,
                                            "%.1f",
                                            100.0 * count.getValue() / reported.size())));
        }
        return table;
    }

    private static Table latencies(List<Reported> reported) {
        Table table = new Table("", "p50", "p99", "max");
        latency(table, "request → 201", reported, one -> Optional.of(one.registered().took()));
        latency(table, "201 → assessed", reported, one -> one.told().assessedAt().map(one::until));
        latency(table, "201 → fact", reported, one -> Optional.of(one.until(one.told().firstAt())));
        return table;
    }

    private static void latency(
            Table table,
            String name,
            List<Reported> reported,
            Function<Reported, Optional<Duration>> kind) {
        Times times = Times.of(reported.stream().map(kind));
        table.row(name, times.text(50), times.text(99), times.text(100));
    }
}
