package org.redress.escalation.handling;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.escalation.handling.Sample.AGENT;
import static org.redress.escalation.handling.Sample.CHEN;
import static org.redress.escalation.handling.Sample.MANAGER;
import static org.redress.escalation.handling.Sample.NOW;
import static org.redress.escalation.handling.Sample.OTHER;
import static org.redress.escalation.handling.Sample.RULE;
import static org.redress.escalation.handling.Sample.assessment;
import static org.redress.escalation.handling.Sample.medium;
import static org.redress.escalation.handling.Sample.said;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.escalation.cases.Severity;

/** Every state × every command. The README shows the same table. */
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
                            "ASSESS",
                            handling ->
                                    handling.assess(
                                            assessment(2, Severity.MEDIUM, "hq/logistics"),
                                            RULE,
                                            NOW)),
                    entry(
                            "ASSESS_ELSEWHERE",
                            handling ->
                                    handling.assess(
                                            assessment(2, Severity.HIGH, "hq/quality"), RULE, NOW)),
                    entry("ASSESS_AGAIN", handling -> handling.assess(medium(), RULE, NOW)),
                    entry("ACCEPT", handling -> handling.accept(CHEN, NOW)),
                    entry("ACCEPT_BY_ANOTHER", handling -> handling.accept(OTHER, NOW)),
                    entry("NOTE", handling -> handling.note("called", OTHER, NOW)),
                    entry("RESPOND", handling -> handling.respond("told", CHEN, NOW)),
                    entry("RESPOND_BY_ANOTHER", handling -> handling.respond("told", OTHER, NOW)),
                    entry("RESOLVE", handling -> handling.resolve("refunded", CHEN, NOW)),
                    entry(
                            "RESOLVE_BY_ANOTHER",
                            handling -> handling.resolve("refunded", OTHER, NOW)),
                    entry(
                            "RESOLVE_BY_MANAGER",
                            handling -> handling.resolve("refunded", MANAGER, NOW)),
                    entry(
                            "SATISFIED",
                            handling ->
                                    handling.hear(
                                            said(1, Satisfaction.Outcome.SATISFIED, 1),
                                            AGENT,
                                            NOW)),
                    entry(
                            "NOT_SATISFIED",
                            handling ->
                                    handling.hear(
                                            said(1, Satisfaction.Outcome.NOT_SATISFIED, 1),
                                            AGENT,
                                            NOW)),
                    entry(
                            "UNREACHABLE_TWICE",
                            handling ->
                                    handling.hear(
                                            said(1, Satisfaction.Outcome.UNREACHABLE, 2),
                                            AGENT,
                                            NOW)),
                    entry(
                            "UNREACHABLE_THRICE",
                            handling ->
                                    handling.hear(
                                            said(1, Satisfaction.Outcome.UNREACHABLE, 3),
                                            AGENT,
                                            NOW)),
                    entry(
                            "SATISFIED_NEXT_ROUND",
                            handling ->
                                    handling.hear(
                                            said(2, Satisfaction.Outcome.SATISFIED, 1),
                                            AGENT,
                                            NOW)),
                    entry("WITHDRAW", handling -> handling.withdraw("settled", AGENT, NOW)));

    /**
     * An arrow is a state reached and told; = is no change; ✗ is a refusal; … waits for its time.
     */
    private static final String TABLE =
            """
            command              | NEW          | ASSIGNED      | IN_PROGRESS   | RESOLVED      | CLOSED_SATISFIED | CLOSED_UNREACHABLE | CLOSED_WITHDRAWN
            ASSESS               | → ASSIGNED   | → ASSIGNED    | → IN_PROGRESS | → RESOLVED    | =                | =                  | =
            ASSESS_ELSEWHERE     | → ASSIGNED   | → ASSIGNED    | → ASSIGNED    | → RESOLVED    | =                | =                  | =
            ASSESS_AGAIN         | → ASSIGNED   | =             | =             | =             | =                | =                  | =
            ACCEPT               | ✗ NotAssessed| → IN_PROGRESS | =             | ✗ Over        | ✗ Over           | ✗ Over             | ✗ Over
            ACCEPT_BY_ANOTHER    | ✗ NotAssessed| → IN_PROGRESS | ✗ HandledBy   | ✗ Over        | ✗ Over           | ✗ Over             | ✗ Over
            NOTE                 | ✗ NotAssessed| ✗ NotAccepted | → IN_PROGRESS | ✗ Over        | ✗ Over           | ✗ Over             | ✗ Over
            RESPOND              | ✗ NotAssessed| ✗ NotAccepted | → IN_PROGRESS | ✗ Over        | ✗ Over           | ✗ Over             | ✗ Over
            RESPOND_BY_ANOTHER   | ✗ NotAssessed| ✗ NotAccepted | ✗ HandledBy   | ✗ Over        | ✗ Over           | ✗ Over             | ✗ Over
            RESOLVE              | ✗ NotAssessed| ✗ NotAccepted | → RESOLVED    | ✗ Over        | ✗ Over           | ✗ Over             | ✗ Over
            RESOLVE_BY_ANOTHER   | ✗ NotAssessed| ✗ NotAccepted | ✗ HandledBy   | ✗ Over        | ✗ Over           | ✗ Over             | ✗ Over
            RESOLVE_BY_MANAGER   | ✗ NotAssessed| ✗ NotAccepted | → RESOLVED    | ✗ Over        | ✗ Over           | ✗ Over             | ✗ Over
            SATISFIED            | …            | …             | …             | → CLOSED      | =                | =                  | =
            NOT_SATISFIED        | …            | …             | …             | → ASSIGNED    | → ASSIGNED       | → ASSIGNED         | =
            UNREACHABLE_TWICE    | …            | …             | …             | =             | =                | =                  | =
            UNREACHABLE_THRICE   | …            | …             | …             | → CLOSED      | =                | =                  | =
            SATISFIED_NEXT_ROUND | …            | …             | …             | …             | …                | …                  | …
            WITHDRAW             | → CLOSED     | → CLOSED      | → CLOSED      | → CLOSED      | =                | =                  | =
            """;

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
        String[] lines = TABLE.split("\n", -1);
        String[] states = fields(lines[0]);
        return Arrays.stream(lines)
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(StateTableTest::fields)
                .flatMap(fields ->
                        Stream.iterate(1, column -> column < fields.length, column -> column + 1)
                                .map(column ->
                                        new Cell(
                                                State.valueOf(states[column]),
                                                fields[0],
                                                fields[column])));
    }

    private static String[] fields(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    }

    private static String described(Outcome outcome, Handling handling) {
        return switch (outcome) {
            case Outcome.Done _ -> "→ " + handling.status();
            case Outcome.Unchanged _ -> "=";
            case Outcome.Premature _ -> "…";
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
                    handling.hear(said(1, Satisfaction.Outcome.SATISFIED, 1), AGENT, NOW);
            case CLOSED_UNREACHABLE ->
                    handling.hear(said(1, Satisfaction.Outcome.UNREACHABLE, 3), AGENT, NOW);
            case CLOSED_WITHDRAWN -> handling.withdraw("settled", AGENT, NOW);
            case NEW, ASSIGNED, IN_PROGRESS, RESOLVED -> {}
        }
        return handling;
    }
}
