package org.redress.escalation.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.escalation.cases.Actor;

/** Every state of an escalation × everything that happens, as the table in the README has it. */
class EscalationTableTest {

    private static final Actor CHEN = Actor.person(SampleEscalation.DUTY_A, "handler");

    private static final Map<String, Function<SampleEscalation, String>> COMMANDS = commands();

    private static Map<String, Function<SampleEscalation, String>> commands() {
        Map<String, Function<SampleEscalation, String>> commands = new LinkedHashMap<>();
        commands.put(
                "nobody answers in time",
                sample -> told(sample.escalation.waited(sample.ladder, sample.later()).stream()));
        commands.put(
                "the page cannot be delivered",
                sample ->
                        told(
                                sample
                                        .escalation
                                        .undelivered(
                                                sample.lastPage(), sample.ladder, sample.later())
                                        .stream()));
        commands.put(
                "somebody who was paged acknowledges",
                sample ->
                        switch (sample.escalation.acknowledge(
                                SampleEscalation.DUTY_A, Via.MAIL_LINK, sample.later())) {
                            case Acknowledgment.Accepted _ -> ", tells who has it";
                            case Acknowledgment.Repeated _ -> "";
                            case Acknowledgment.TooLate _ -> "✗ TooLate";
                            case Acknowledgment.NotPaged _ -> "✗ NotPaged";
                        });
        commands.put("the case is resolved", settled(Settlement.RESOLVED));
        commands.put("the case is closed", settled(Settlement.CLOSED));
        commands.put("the case is withdrawn", settled(Settlement.WITHDRAWN));
        commands.put("a person judges it less grave", settled(Settlement.CALMED));
        commands.put(
                "the case moves to a unit that need not be reached", settled(Settlement.MOVED));
        commands.put("another escalation takes its place", settled(Settlement.SUPERSEDED));
        return commands;
    }

    private static Function<SampleEscalation, String> settled(Settlement as) {
        return sample -> told(sample.escalation.settle(as, null, CHEN, sample.later()).stream());
    }

    private static String told(Stream<PagingEvent> events) {
        return events.map(event ->
                        switch (event) {
                            case PagingEvent.Paged _ -> ", pages the next";
                            case PagingEvent.Acknowledged _ -> ", tells who has it";
                            case PagingEvent.Settled settled -> ", tells " + settled.as();
                            case PagingEvent.Exhausted _ -> ", tells exhausted";
                        })
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void the_cell_holds(Cell cell) {
        var sample = in(cell.state);

        String told = COMMANDS.get(cell.command).apply(sample);

        String described =
                told.startsWith("✗")
                        ? told
                        : told.isEmpty() ? "=" : "→ " + sample.escalation.state() + told;
        assertThat(described).isEqualTo(cell.expected);
        if (!cell.expected.startsWith("→")) {
            assertThat(sample.escalation.state()).isEqualTo(cell.state);
        }
    }

    @Test
    void the_table_has_every_cell() {
        assertThat(cells())
                .hasSize(Escalation.State.values().length * COMMANDS.size())
                .doesNotHaveDuplicates();
    }

    @Test
    void whoever_was_paged_is_named_when_it_is_settled() {
        var sample = in(Escalation.State.RUNNING);
        sample.escalation.waited(sample.ladder, sample.later());

        sample.escalation.settle(
                Settlement.RESOLVED, SampleEscalation.DUTY_A, CHEN, sample.later());

        assertThat(sample.escalation.pages())
                .extracting(page -> page.person().value())
                .containsExactly("zhang.lei", "he.jing");
    }

    private static SampleEscalation in(Escalation.State state) {
        var sample = new SampleEscalation();
        sample.escalation.begin(sample.ladder, SampleEscalation.NOW);
        switch (state) {
            case RUNNING -> {}
            case EXHAUSTED -> {
                while (sample.escalation.isRunning()) {
                    sample.escalation.waited(sample.ladder, sample.later());
                }
            }
            case ACKNOWLEDGED ->
                    sample.escalation.acknowledge(
                            SampleEscalation.DUTY_A, Via.API, SampleEscalation.NOW);
            case ENDED ->
                    sample.escalation.settle(Settlement.CLOSED, null, CHEN, SampleEscalation.NOW);
        }
        return sample;
    }

    private record Cell(Escalation.State state, String command, String expected) {
        @Override
        public String toString() {
            return state + " " + command + " " + expected;
        }
    }

    private static Stream<Cell> cells() {
        List<String[]> rows = new ArrayList<>(table());
        String[] states = rows.getFirst();
        return rows.stream()
                .skip(2)
                .flatMap(row ->
                        IntStream.range(1, row.length)
                                .mapToObj(column ->
                                        new Cell(
                                                Escalation.State.valueOf(states[column]),
                                                row[0],
                                                row[column])));
    }

    private static List<String[]> table() {
        try {
            return Files.readString(Path.of("README.md"))
                    .replaceAll("(?s)^.*?\\n## What becomes of an escalation|\\n## .*$", "")
                    .lines()
                    .filter(line -> line.startsWith("|"))
                    .map(line ->
                            Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                                    .map(String::strip)
                                    .toArray(String[]::new))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
