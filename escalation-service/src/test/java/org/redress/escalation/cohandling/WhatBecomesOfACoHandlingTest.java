package org.redress.escalation.cohandling;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.cohandling.CoHandling.Move;

/** Every state × every verb, as the table in the README has it (ES-40). */
class WhatBecomesOfACoHandlingTest {

    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");
    private static final PersonId LI = new PersonId("li.na");
    private static final CoHandling REQUESTED =
            CoHandling.request(
                    new UnitPath("hq/finance"), new PersonId("chen.wei"), NOW, NOW.plusSeconds(60));
    private static final CoHandling ANSWERED = made(REQUESTED.answer(LI, NOW));
    private static final CoHandling RETURNED = made(ANSWERED.giveBack(NOW.plusSeconds(120)));

    private static final Map<String, CoHandling> STATES =
            Map.of(
                    "REQUESTED", REQUESTED,
                    "RECEIVED", made(REQUESTED.receive(LI, NOW)),
                    "ANSWERED", ANSWERED,
                    "RETURNED", RETURNED,
                    "ANSWERED again", made(RETURNED.answer(LI, NOW)),
                    "ACCEPTED", made(ANSWERED.accept(NOW)),
                    "WITHDRAWN", made(REQUESTED.withdraw(NOW)));

    private static final Map<String, Function<CoHandling, Move>> VERBS =
            Map.ofEntries(
                    entry("the unit receives it", one -> one.receive(LI, NOW)),
                    entry("the unit answers", one -> one.answer(LI, NOW)),
                    entry("the lead accepts", one -> one.accept(NOW)),
                    entry("the lead returns it", one -> one.giveBack(null)),
                    entry("the lead withdraws, or the case ends", one -> one.withdraw(NOW)));

    record Cell(String verb, String state, String expected) {}

    static Stream<Cell> cells() throws IOException {
        List<String[]> table =
                Files.readString(Path.of("README.md"))
                        .replaceAll("(?s)^.*?\n## What becomes of a co-handling|\n## .*$", "")
                        .lines()
                        .filter(line -> line.startsWith("|"))
                        .map(WhatBecomesOfACoHandlingTest::fields)
                        .toList();
        String[] states = table.getFirst();
        return table.stream()
                .skip(2)
                .flatMap(row ->
                        IntStream.range(1, row.length)
                                .mapToObj(column -> new Cell(row[0], states[column], row[column])));
    }

    private static String[] fields(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toArray(String[]::new);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void the_cell_holds(Cell cell) {
        Move move = VERBS.get(cell.verb).apply(STATES.get(cell.state));

        assertThat(
                        switch (move) {
                            case Move.Made(CoHandling next) -> "→ " + next.state();
                            case Move.None _ -> "=";
                            case Move.Refused(CoHandling.Refusal why) -> "✗ " + why;
                        })
                .isEqualTo(cell.expected);
    }

    @Test
    void the_table_has_every_verb_in_every_state() throws IOException {
        assertThat(cells()).hasSize(VERBS.size() * STATES.size());
        assertThat(cells().map(Cell::verb)).hasSameElementsAs(VERBS.keySet());
        assertThat(cells().map(Cell::state)).hasSameElementsAs(STATES.keySet());
    }

    @Test
    void whoever_answers_has_received_it_and_a_returned_answer_is_none() {
        assertThat(ANSWERED.receivedBy()).isEqualTo(LI);
        assertThat(ANSWERED.answeredBy()).isEqualTo(LI);
        assertThat(RETURNED.answeredBy()).isNull();
        assertThat(RETURNED.receivedBy()).isEqualTo(LI);
        assertThat(RETURNED.dueAt()).isEqualTo(NOW.plusSeconds(120));
    }

    private static CoHandling made(Move move) {
        return move instanceof Move.Made(CoHandling next) ? next : fail("not made: " + move);
    }
}
