package org.redress.escalation.handling;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.escalation.handling.Sample.AGENT;
import static org.redress.escalation.handling.Sample.CHEN;
import static org.redress.escalation.handling.Sample.MANAGER;
import static org.redress.escalation.handling.Sample.NOW;
import static org.redress.escalation.handling.Sample.OTHER;
import static org.redress.escalation.handling.Sample.RULE;
import static org.redress.escalation.handling.Sample.THIRTY_DAYS;
import static org.redress.escalation.handling.Sample.assessment;
import static org.redress.escalation.handling.Sample.medium;
import static org.redress.escalation.handling.Sample.said;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.escalation.cases.Severity;

/** Every state × every command, as the table in the README has it. */
class StateTableTest {

    /** The states, as far as a command can tell them apart. */
    private enum State {
        NEW,
        ASSIGNED,
        IN_PROGRESS,
        RESOLVED,
        CLOSED_SATISFIED,
        CLOSED_UNREACHABLE,
        CLOSED_WITHDRAWN
    }

    private static final Map<String, Function<Handling, Outcome>> COMMANDS =
            Map.ofEntries(
                    entry(
                            "assess anew",
                            handling ->
                                    handling.assess(
                                            assessment(2, Severity.MEDIUM, "hq/logistics"),
                                            RULE,
                                            NOW)),
                    entry(
                            "assess as another unit's",
                            handling ->
                                    handling.assess(
                                            assessment(2, Severity.HIGH, "hq/quality"), RULE, NOW)),
                    entry(
                            "assess, a revision known before",
                            handling -> handling.assess(medium(), RULE, NOW)),
                    entry(
                            "assess, beyond the next revision",
                            handling ->
                                    handling.assess(
                                            assessment(4, Severity.MEDIUM, "hq/logistics"),
                                            RULE,
                                            NOW)),
                    entry(
                            "assess, far beyond the next revision",
                            handling ->
                                    handling.assess(
                                            assessment(
                                                    Integer.MAX_VALUE,
                                                    Severity.MEDIUM,
                                                    "hq/logistics"),
                                            RULE,
                                            NOW)),
                    entry(
                            "assess at last, revisions missing",
                            handling ->
                                    handling.assessAtLast(
                                            assessment(4, Severity.MEDIUM, "hq/logistics"),
                                            RULE,
                                            NOW)),
                    entry("accept", handling -> handling.accept(CHEN, NOW)),
                    entry("accept, somebody else", handling -> handling.accept(OTHER, NOW)),
                    entry("note", handling -> handling.note("called", OTHER, NOW)),
                    entry("first response", handling -> handling.respond("told", CHEN, NOW)),
                    entry(
                            "first response, somebody else",
                            handling -> handling.respond("told", OTHER, NOW)),
                    entry("resolve", handling -> handling.resolve("refunded", CHEN, NOW)),
                    entry(
                            "resolve, somebody else",
                            handling -> handling.resolve("refunded", OTHER, NOW)),
                    entry(
                            "resolve, a manager",
                            handling -> handling.resolve("refunded", MANAGER, NOW)),
                    entry(
                            "satisfied",
                            handling ->
                                    handling.hear(
                                            said(1, Satisfaction.Outcome.SATISFIED, 1),
                                            AGENT,
                                            NOW,
                                            THIRTY_DAYS)),
                    entry(
                            "not satisfied",
                            handling ->
                                    handling.hear(
                                            said(1, Satisfaction.Outcome.NOT_SATISFIED, 1),
                                            AGENT,
                                            NOW,
                                            THIRTY_DAYS)),
                    entry(
                            "not satisfied, 31 days later",
                            handling ->
                                    handling.hear(
                                            said(1, Satisfaction.Outcome.NOT_SATISFIED, 1),
                                            AGENT,
                                            NOW.plus(Duration.ofDays(31)),
                                            THIRTY_DAYS)),
                    entry(
                            "reopen, a manager",
                            handling -> handling.reopen("again", MANAGER, NOW, THIRTY_DAYS)),
                    entry(
                            "reopen, a manager, 31 days later",
                            handling ->
                                    handling.reopen(
                                            "again",
                                            MANAGER,
                                            NOW.plus(Duration.ofDays(31)),
                                            THIRTY_DAYS)),
                    entry(
                            "unreachable, second attempt",
                            handling ->
                                    handling.hear(
                                            said(1, Satisfaction.Outcome.UNREACHABLE, 2),
                                            AGENT,
                                            NOW,
                                            THIRTY_DAYS)),
                    entry(
                            "unreachable, third attempt",
                            handling ->
                                    handling.hear(
                                            said(1, Satisfaction.Outcome.UNREACHABLE, 3),
                                            AGENT,
                                            NOW,
                                            THIRTY_DAYS)),
                    entry(
                            "satisfied, of the next round",
                            handling ->
                                    handling.hear(
                                            said(2, Satisfaction.Outcome.SATISFIED, 1),
                                            AGENT,
                                            NOW,
                                            THIRTY_DAYS)),
                    entry(
                            "satisfied, of a round far ahead",
                            handling ->
                                    handling.hear(
                                            said(9, Satisfaction.Outcome.SATISFIED, 1),
                                            AGENT,
                                            NOW,
                                            THIRTY_DAYS)),
                    entry("withdraw", handling -> handling.withdraw("settled", AGENT, NOW)));

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void the_cell_holds(Cell cell) {
        Handling handling = in(cell.state);
        Status before = handling.status();

        var outcome = COMMANDS.get(cell.command).apply(handling);

        assertThat(described(outcome, handling)).isEqualTo(cell.expected);
        if (!cell.expected.startsWith("→")) {
            assertThat(handling.status()).isEqualTo(before);
        }
    }

    @Test
    void the_table_has_every_cell() {
        assertThat(cells())
                .hasSize(State.values().length * COMMANDS.size())
                .doesNotHaveDuplicates();
    }

    private record Cell(State state, String command, String expected) {
        @Override
        public String toString() {
            return state + " " + command + " " + expected;
        }
    }

    private static Stream<Cell> cells() {
        List<String[]> rows = table();
        String[] states = rows.getFirst();
        return rows.stream()
                .skip(2)
                .flatMap(row ->
                        IntStream.range(1, row.length)
                                .mapToObj(column ->
                                        new Cell(state(states[column]), row[0], row[column])));
    }

    private static State state(String heading) {
        return State.valueOf(heading.replace(" as ", "_"));
    }

    private static List<String[]> table() {
        try {
            return Files.readString(Path.of("README.md"))
                    .replaceAll("(?s)^.*?\n## State table|\n## .*$", "")
                    .lines()
                    .filter(line -> line.startsWith("|"))
                    .map(StateTableTest::fields)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] fields(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toArray(String[]::new);
    }

    private static String described(Outcome outcome, Handling handling) {
        return switch (outcome) {
            case Outcome.Done _ -> "→ " + handling.status();
            case Outcome.Unchanged _ -> "=";
            case Outcome.Premature _ -> "…";
            case Outcome.Implausible _ -> "✗ Implausible";
            case Outcome.Refused refused -> "✗ " + refused.getClass().getSimpleName();
        };
    }

    private static Handling in(State state) {
        Handling handling = Sample.registered();
        if (state != State.NEW) {
            handling.assess(medium(), RULE, NOW);
        }
        if (state.compareTo(State.IN_PROGRESS) >= 0) {
            handling.accept(CHEN, NOW);
        }
        if (state.compareTo(State.RESOLVED) >= 0) {
            handling.resolve("refunded", CHEN, NOW);
        }
        switch (state) {
            case CLOSED_SATISFIED ->
                    handling.hear(
                            said(1, Satisfaction.Outcome.SATISFIED, 1), AGENT, NOW, THIRTY_DAYS);
            case CLOSED_UNREACHABLE ->
                    handling.hear(
                            said(1, Satisfaction.Outcome.UNREACHABLE, 3), AGENT, NOW, THIRTY_DAYS);
            case CLOSED_WITHDRAWN -> handling.withdraw("settled", AGENT, NOW);
            case NEW, ASSIGNED, IN_PROGRESS, RESOLVED -> {}
        }
        return handling;
    }
}
