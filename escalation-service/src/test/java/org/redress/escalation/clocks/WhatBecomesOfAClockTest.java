package org.redress.escalation.clocks;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.escalation.calendar.RoundTheClock;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Promises;
import org.redress.escalation.clocks.ledger.Cause.Pause;
import org.redress.escalation.clocks.ledger.Ledger;
import org.redress.escalation.clocks.ledger.Terms;
import org.redress.escalation.organisation.Deadline;

/** Every state of a clock × everything that can happen to it, as the table in the README has it. */
class WhatBecomesOfAClockTest {

    private static final Instant START = Instant.parse("2026-11-21T06:00:00Z");
    private static final Instant WARN = START.plusSeconds(300);
    private static final Instant NOW = START.plusSeconds(450);
    private static final Instant DUE = START.plusSeconds(600);
    private static final Instant PROMISED = START.plusSeconds(2000);
    private static final Actor CHEN = Actor.person(new PersonId("chen.wei"), "handler");
    private static final RoundTheClock ALWAYS = new RoundTheClock("24x7");
    private static final Terms TERMS = new Terms(Duration.ofMinutes(10), ALWAYS, 1);

    /** A clock with its ledger. */
    private record Kept(CaseClock clock, Ledger ledger) {

        Kept at(Instant now) {
            return clock.fire(now).map(change -> new Kept(change.clock(), ledger)).orElse(this);
        }

        Kept paused(Instant now) {
            return after(clock.pause(ledger, Pause.CUSTOMER, null, CHEN, now));
        }

        private Kept after(Answer answer) {
            Answer.Done done = (Answer.Done) answer;
            return new Kept(done.change().clock(), done.ledger());
        }
    }

    private static final Map<String, Kept> STATES =
            Map.of(
                    "RUNNING", started(),
                    "WARNED", started().at(WARN),
                    "PAUSED", started().paused(START.plusSeconds(60)),
                    "PAUSED once warned", started().at(WARN).paused(START.plusSeconds(400)),
                    "BREACHED", started().at(DUE),
                    "MET", met(),
                    "ENDED", new Kept(started().clock().end(NOW), started().ledger()));

    private static final Map<String, Function<Kept, Object>> HAPPENINGS =
            Map.ofEntries(
                    entry("its warning comes", kept -> kept.clock().fireOrRest(WARN)),
                    entry("its time is over", kept -> kept.clock().fireOrRest(DUE)),
                    entry("what was promised is over", kept -> kept.clock().fireOrRest(PROMISED)),
                    entry("it is kept", kept -> ifOpen(kept, clock -> clock.meet(CHEN, NOW))),
                    entry(
                            "paused",
                            kept ->
                                    kept.clock()
                                            .pause(
                                                    kept.ledger(),
                                                    Pause.INFORMATION,
                                                    null,
                                                    CHEN,
                                                    NOW)),
                    entry("resumed", kept -> kept.clock().resume(kept.ledger(), CHEN, NOW)),
                    entry("extended", extended(Duration.ofMinutes(10))),
                    entry("extended, but near its end", extended(Duration.ofMinutes(1))),
                    entry(
                            "re-based to less",
                            kept ->
                                    kept.clock()
                                            .rebase(
                                                    kept.ledger(),
                                                    new Terms(Duration.ofMinutes(9), ALWAYS, 2),
                                                    CHEN,
                                                    NOW)),
                    entry(
                            "promised anew",
                            kept ->
                                    kept.clock().state() == CaseClock.State.BREACHED
                                            ? "–"
                                            : ifOpen(
                                                    kept,
                                                    clock ->
                                                            clock.promise(
                                                                    kept.ledger(),
                                                                    PROMISED.plusSeconds(60),
                                                                    CHEN,
                                                                    NOW))),
                    entry("the case ends", kept -> ifOpen(kept, clock -> clock.end(NOW))));

    private static Function<Kept, Object> extended(Duration more) {
        return kept -> kept.clock().extend(kept.ledger(), more, "the laboratory", CHEN, NOW);
    }

    /** Nobody asks a clock that has stopped. */
    private static Object ifOpen(Kept kept, Function<CaseClock, Object> happening) {
        return kept.clock().stoppedAt() == null ? happening.apply(kept.clock()) : "–";
    }

    private static Kept started() {
        CaseClock clock =
                CaseClock.start(
                        new UUID(0, 1),
                        SampleCase.promised(new Promises(null, PROMISED)),
                        ClockName.RESOLUTION,
                        new Deadline("24x7", 1, TERMS.budget(), 0.5, START, WARN, DUE));
        return new Kept(clock, Ledger.start(START, TERMS, Actor.rule("clocks")));
    }

    private static Kept met() {
        return new Kept(started().clock().meet(CHEN, NOW).clock(), started().ledger());
    }

    private record Cell(String state, String happening, String expected) {
        @Override
        public String toString() {
            return state + " " + happening + " " + expected;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void the_cell_holds(Cell cell) {
        Kept kept = STATES.get(cell.state);

        Object outcome = HAPPENINGS.get(cell.happening).apply(kept);

        assertThat(described(kept.clock(), outcome)).isEqualTo(cell.expected);
    }

    @Test
    void the_table_has_every_cell() {
        assertThat(cells()).hasSize(STATES.size() * HAPPENINGS.size()).doesNotHaveDuplicates();
    }

    private static String described(CaseClock before, Object outcome) {
        return switch (outcome) {
            case CaseClock.Change change when change.clock().equals(before) -> "=";
            case CaseClock.Change change -> "→ " + change.clock().state();
            case CaseClock clock -> "→ " + clock.state();
            case Answer.Done done -> "→ " + done.change().clock().state();
            case Answer.Refused refused -> "✗ " + refused.why().getClass().getSimpleName();
            case Answer.Over _ -> "✗ Over";
            default -> outcome.toString();
        };
    }

    private static Stream<Cell> cells() {
        List<String[]> rows = table();
        String[] states = rows.getFirst();
        return rows.stream()
                .skip(2)
                .flatMap(row ->
                        IntStream.range(1, row.length)
                                .mapToObj(column -> new Cell(states[column], row[0], row[column])));
    }

    private static List<String[]> table() {
        try {
            return Files.readString(Path.of("README.md"))
                    .replaceAll("(?s)^.*?\n## What becomes of a clock|\n## .*$", "")
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
