package org.redress.escalation.compensation;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.compensation.Offer.Answer;
import org.redress.escalation.compensation.Offer.State;
import org.redress.escalation.compensation.Powers.Power;

/** Every state × every command, as the README has it; and no split gets past an authority. */
class WhatBecomesOfAnOfferTest {

    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final PersonId CHEN = new PersonId("chen.wei");
    private static final PersonId HEAD = new PersonId("xu.qiang");
    private static final PersonId LEADER = new PersonId("liu.min");

    private static final BigDecimal NOTHING = BigDecimal.ZERO;

    private static final Powers POWERS =
            _ ->
                    List.of(
                            new Power("handler", new BigDecimal(500), List.of()),
                            new Power("unit-head", new BigDecimal(5000), List.of(HEAD)),
                            new Power("leader-in-charge", new BigDecimal(20000), List.of(LEADER)));

    private static final Map<String, Function<Offer, Answer>> COMMANDS =
            Map.ofEntries(
                    entry("approve", offer -> offer.approve(BigDecimal.ZERO, POWERS, HEAD, NOW)),
                    entry(
                            "approve, who proposed it",
                            offer -> offer.approve(BigDecimal.ZERO, POWERS, CHEN, NOW)),
                    entry(
                            "approve, with what was promised before too much",
                            offer -> offer.approve(new BigDecimal(4001), POWERS, HEAD, NOW)),
                    entry("refuse", offer -> offer.refuse(HEAD, NOW)),
                    entry("refuse, who proposed it", offer -> offer.refuse(CHEN, NOW)),
                    entry(
                            "refer",
                            offer -> offer.refer(BigDecimal.ZERO, POWERS, _ -> true, HEAD, NOW)),
                    entry(
                            "refer, and nobody may",
                            offer -> offer.refer(BigDecimal.ZERO, POWERS, _ -> false, HEAD, NOW)),
                    entry("withdraw", offer -> offer.withdraw(CHEN, NOW)),
                    entry("the customer accepts", offer -> offer.accept(CHEN, NOW)),
                    entry("the customer declines", offer -> offer.decline(CHEN, NOW)),
                    entry("pay", offer -> offer.pay(CHEN, NOW)));

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void the_cell_holds(Cell cell) {
        Offer offer = in(cell.state);

        Answer answer = COMMANDS.get(cell.command).apply(offer);

        assertThat(described(answer)).isEqualTo(cell.expected);
    }

    @Test
    void the_table_has_every_cell() {
        assertThat(cells())
                .hasSize(State.values().length * COMMANDS.size())
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_within_is_approved_at_once_and_more_asks_who_has_the_least_that_suffices() {
        assertThat(described(propose("500", "0"))).isEqualTo("→ APPROVED");
        assertThat(asked(propose("500.01", "0"))).isEqualTo(HEAD);
        assertThat(asked(propose("1", "500"))).isEqualTo(HEAD);
        assertThat(asked(propose("1", "5000"))).isEqualTo(LEADER);
        assertThat(described(propose("1", "20000"))).isEqualTo("✗ NobodyMay");
    }

    @Test
    void who_is_concerned_is_not_asked() {
        assertThat(asked(offer("600").propose(BigDecimal.ZERO, POWERS, one -> !one.equals(HEAD))))
                .isEqualTo(LEADER);
    }

    /** What anybody with so much authority has promised, and what is left of it, is never more. */
    @Test
    void no_sequence_of_splits_gets_past_an_authority() {
        Map<PersonId, BigDecimal> levels =
                Map.of(
                        CHEN, new BigDecimal(500),
                        HEAD, new BigDecimal(5000),
                        LEADER, new BigDecimal(20000));
        for (long seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            List<Offer> offers = new ArrayList<>();
            for (int step = 0; step < 40; step++) {
                something(offers, random);
                for (BigDecimal level : levels.values()) {
                    BigDecimal promised =
                            offers.stream()
                                    .filter(offer -> State.COUNTED.contains(offer.state()))
                                    .filter(offer ->
                                            levels.getOrDefault(
                                                                    requireNonNull(
                                                                            offer.approvedBy()),
                                                                    NOTHING)
                                                            .compareTo(level)
                                                    <= 0)
                                    .map(offer -> offer.money().amount())
                                    .reduce(BigDecimal.ZERO, BigDecimal::add);
                    assertThat(promised).as("seed %d", seed).isLessThanOrEqualTo(level);
                }
            }
        }
    }

    private static void something(List<Offer> offers, Random random) {
        List<PersonId> people = List.of(CHEN, HEAD, LEADER);
        PersonId by = people.get(random.nextInt(3));
        BigDecimal before =
                offers.stream()
                        .filter(offer -> State.COUNTED.contains(offer.state()))
                        .map(offer -> offer.money().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        int which = offers.isEmpty() ? -1 : random.nextInt(offers.size());
        Answer answer =
                which < 0 || random.nextInt(3) == 0
                        ? offer(String.valueOf(1 + random.nextInt(900)))
                                .propose(before, POWERS, _ -> true)
                        : move(offers.get(which), before, by, random.nextInt(6));
        if (answer instanceof Answer.Done(Offer changed)) {
            offers.removeIf(offer -> offer.offerId().equals(changed.offerId()));
            offers.add(changed);
        }
    }

    private static Answer move(Offer offer, BigDecimal before, PersonId by, int verb) {
        return switch (verb) {
            case 0 -> offer.withdraw(by, NOW);
            case 1 -> offer.accept(by, NOW);
            case 2 -> offer.decline(by, NOW);
            case 3 -> offer.pay(by, NOW);
            case 4 -> offer.refer(before, POWERS, _ -> true, by, NOW);
            default -> offer.approve(before, POWERS, by, NOW);
        };
    }

    private static Answer propose(String amount, String before) {
        return offer(amount).propose(new BigDecimal(before), POWERS, _ -> true);
    }

    private static PersonId asked(Answer answer) {
        assertThat(described(answer)).isEqualTo("→ PROPOSED");
        return requireNonNull(after(answer).approver()).person();
    }

    private static Offer offer(String amount) {
        return Offer.of(
                Offer.Type.REFUND, new Money(new BigDecimal(amount), CNY), "the price", CHEN, NOW);
    }

    private static Offer in(State state) {
        Offer proposed = offer("1000");
        if (state == State.PROPOSED) {
            return proposed;
        }
        if (state == State.REFUSED) {
            return after(proposed.refuse(HEAD, NOW));
        }
        Offer approved = after(proposed.approve(BigDecimal.ZERO, POWERS, HEAD, NOW));
        return switch (state) {
            case PROPOSED, REFUSED, APPROVED -> approved;
            case ACCEPTED -> after(approved.accept(CHEN, NOW));
            case PAID -> after(after(approved.accept(CHEN, NOW)).pay(CHEN, NOW));
            case WITHDRAWN -> after(approved.withdraw(CHEN, NOW));
            case DECLINED -> after(approved.decline(CHEN, NOW));
        };
    }

    private static Offer after(Answer answer) {
        return ((Answer.Done) answer).offer();
    }

    private static String described(Answer answer) {
        return answer instanceof Answer.Done(Offer offer)
                ? "→ " + offer.state()
                : "✗ " + answer.getClass().getSimpleName();
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
                                        new Cell(
                                                State.valueOf(states[column]),
                                                row[0],
                                                row[column])));
    }

    private static List<String[]> table() {
        try {
            return Files.readString(Path.of("README.md"))
                    .replaceAll("(?s)^.*?\n## What becomes of an offer|\n## .*$", "")
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
