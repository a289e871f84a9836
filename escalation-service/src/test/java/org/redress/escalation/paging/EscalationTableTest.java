package org.redress.escalation.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.organisation.Trigger;

/** Every state of an escalation × everything that happens, as the table in the README has it. */
class EscalationTableTest {

    private static final Actor CHEN = Actor.person(SampleEscalation.DUTY_A, "handler");

    private static final String GOES_ON = ", goes on for ";
    private static final Map<String, Function<SampleEscalation, String>> COMMANDS = commands();

    /** How it may stand, as far as what happens can tell. */
    private enum Stand {
        RUNNING,
        EXHAUSTED,
        ACKNOWLEDGED,
        WORD_OWED,
        ETA_OWED,
        ARRIVAL_OWED,
        ENDED;

        static Stand titled(String title) {
            return valueOf(
                    title.replaceFirst("ACKNOWLEDGED, an? ", "")
                            .toUpperCase(Locale.ROOT)
                            .replace(' ', '_'));
        }

        Escalation.State state() {
            return switch (this) {
                case WORD_OWED, ETA_OWED, ARRIVAL_OWED -> Escalation.State.ACKNOWLEDGED;
                case RUNNING, EXHAUSTED, ACKNOWLEDGED, ENDED -> Escalation.State.valueOf(name());
            };
        }
    }

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
                "what is owed does not come in time",
                sample ->
                        sample.escalation
                                .lapsed(sample.muchLater())
                                .map(why ->
                                        (why == Trigger.STILL_ON_IT ? ", asks for " : GOES_ON)
                                                + why)
                                .orElse(""));
        commands.put(
                "nothing is heard of the page",
                sample ->
                        told(
                                sample
                                        .escalation
                                        .tellAgain(sample.lastPage(), sample.ladder, sample.later())
                                        .stream()));
        commands.put(
                "somebody who was paged acknowledges",
                sample ->
                        told(
                                sample.escalation.acknowledge(
                                        SampleEscalation.DUTY_A, Via.MAIL_LINK, sample.later())));
        commands.put(
                "a manager takes it over",
                sample ->
                        told(
                                sample.escalation.takeOver(
                                        new PersonId("xu.qiang"), "why", sample.later())));
        commands.put("who was paged passes on", passedOn(CHEN));
        commands.put(
                "somebody else passes on", passedOn(Actor.person(new PersonId("he.jing"), null)));
        commands.put("who was paged asks for time", snoozed(Duration.ofMinutes(20)));
        commands.put("who was paged asks for too much time", snoozed(Duration.ofMinutes(21)));
        commands.put(
                "who acknowledged says when they will be there", underWay(Duration.ofMinutes(30)));
        commands.put("who acknowledged would be there too late", underWay(Duration.ofMinutes(31)));
        commands.put(
                "who acknowledged is there",
                sample -> told(sample.escalation.arrive(CHEN, sample.later())));
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

    private static Function<SampleEscalation, String> passedOn(Actor by) {
        return sample -> told(sample.escalation.passOn(sample.ladder, "why", by, sample.later()));
    }

    private static Function<SampleEscalation, String> snoozed(Duration after) {
        return sample ->
                told(
                        sample.escalation.snooze(
                                SampleEscalation.NOW.plus(after), "why", CHEN, sample.later()));
    }

    private static Function<SampleEscalation, String> underWay(Duration after) {
        return sample ->
                told(
                        sample.escalation.underWay(
                                SampleEscalation.NOW.plus(after), CHEN, sample.later()));
    }

    private static String told(Acknowledgment answer) {
        return switch (answer) {
            case Acknowledgment.Accepted(PagingEvent.Acknowledged event) -> told(Stream.of(event));
            case Acknowledgment.TakenOver(PagingEvent.Done event) -> told(Stream.of(event));
            case Acknowledgment.Repeated _ -> "";
            case Acknowledgment.TooLate _ -> "✗ TooLate";
            case Acknowledgment.NotPaged _ -> "✗ NotPaged";
        };
    }

    private static String told(Reply reply) {
        return switch (reply) {
            case Reply.Done(List<PagingEvent> events) -> told(events.stream());
            case Reply.GoesOn(PagingEvent.Done event) ->
                    told(Stream.of(event)) + GOES_ON + Trigger.BY_HAND;
            case Reply.Refused _ -> "✗ Refused";
            case Reply.Unfit _ -> "✗ Unfit";
        };
    }

    private static String told(Stream<? extends PagingEvent> events) {
        return events.map(event ->
                        switch (event) {
                            case PagingEvent.Paged _ -> ", pages the next";
                            case PagingEvent.Retold _ -> ", tells the page again";
                            case PagingEvent.Acknowledged _ -> ", tells who has it";
                            case PagingEvent.Settled settled -> ", tells " + settled.as();
                            case PagingEvent.Exhausted _ -> ", tells exhausted";
                            case PagingEvent.Done done -> ", tells " + done.deed();
                        })
                .collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void the_cell_holds(Cell cell) {
        var sample = in(cell.stand);

        String told = COMMANDS.get(cell.command).apply(sample);

        String described =
                told.startsWith("✗")
                        ? told
                        : told.isEmpty() ? "=" : "→ " + sample.escalation.state() + told;
        assertThat(described).isEqualTo(cell.expected);
        if (!cell.expected.startsWith("→")) {
            assertThat(sample.escalation.state()).isEqualTo(cell.stand.state());
        }
    }

    @Test
    void the_table_has_every_cell() {
        assertThat(cells())
                .hasSize(Stand.values().length * COMMANDS.size())
                .doesNotHaveDuplicates();
    }

    @Test
    void whoever_was_paged_is_named_when_it_is_settled() {
        var sample = in(Stand.RUNNING);
        sample.escalation.waited(sample.ladder, sample.later());

        sample.escalation.settle(
                Settlement.RESOLVED, SampleEscalation.DUTY_A, CHEN, sample.later());

        assertThat(sample.escalation.pages())
                .extracting(page -> page.person().value())
                .containsExactly("zhang.lei", "he.jing");
    }

    @Test
    void what_ends_the_case_ends_what_is_owed() {
        for (Stand owing : List.of(Stand.WORD_OWED, Stand.ETA_OWED, Stand.ARRIVAL_OWED)) {
            var sample = in(owing);
            assertThat(sample.escalation.isOpen()).isTrue();

            sample.escalation.settle(Settlement.RESOLVED, null, CHEN, sample.later());

            assertThat(sample.escalation.isOpen()).isFalse();
            assertThat(sample.escalation.nextAt()).isEmpty();
        }
    }

    private static SampleEscalation in(Stand stand) {
        var sample =
                switch (stand) {
                    case WORD_OWED -> SampleEscalation.askedAfter(Duration.ofHours(1));
                    case ETA_OWED, ARRIVAL_OWED -> SampleEscalation.onSite(Duration.ofMinutes(30));
                    case RUNNING, EXHAUSTED, ACKNOWLEDGED, ENDED -> new SampleEscalation();
                };
        sample.escalation.begin(sample.ladder, SampleEscalation.NOW);
        switch (stand) {
            case RUNNING -> {}
            case EXHAUSTED -> {
                while (sample.escalation.isRunning()) {
                    sample.escalation.waited(sample.ladder, sample.later());
                }
            }
            case ACKNOWLEDGED, WORD_OWED, ETA_OWED, ARRIVAL_OWED ->
                    sample.escalation.acknowledge(
                            SampleEscalation.DUTY_A, Via.API, SampleEscalation.NOW);
            case ENDED ->
                    sample.escalation.settle(Settlement.CLOSED, null, CHEN, SampleEscalation.NOW);
        }
        if (stand == Stand.ARRIVAL_OWED) {
            sample.escalation.underWay(
                    SampleEscalation.NOW.plusSeconds(600), CHEN, SampleEscalation.NOW);
        }
        return sample;
    }

    private record Cell(Stand stand, String command, String expected) {
        @Override
        public String toString() {
            return stand + " " + command + " " + expected;
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
                                                Stand.titled(states[column]),
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
