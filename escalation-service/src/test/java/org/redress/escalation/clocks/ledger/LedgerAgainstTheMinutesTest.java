package org.redress.escalation.clocks.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.clocks.ledger.Booking.Booked;
import org.redress.escalation.clocks.ledger.Cause.Pause;

/**
 * 100,000 sequences of pause, resume, re-base and extend, on random calendars, against a
 * computation that goes from minute to minute and counts. Each is named by its seed, which repeats
 * it.
 */
class LedgerAgainstTheMinutesTest {

    private static final long SEED = 20261130;
    private static final int WORLDS = 100;
    private static final int SEQUENCES_IN_EACH = 1_000;
    private static final int MINUTES = 30 * 24 * 60;
    private static final int NOT_DUE = -1;
    private static final Actor SOMEBODY = Actor.rule("random");

    private static final List<ZoneId> ZONES =
            List.of(
                    ZoneId.of("Asia/Shanghai"),
                    ZoneId.of("Europe/Berlin"),
                    ZoneId.of("America/New_York"),
                    ZoneId.of("Australia/Lord_Howe"),
                    ZoneId.of("America/Havana"),
                    ZoneId.of("Africa/Casablanca"),
                    ZoneId.of("Asia/Kathmandu"));

    private final TreeMap<String, Integer> outcomes = new TreeMap<>();
    private int beyond;

    /** Three calendars of one zone over the same thirty days, the last of them round the clock. */
    private record World(Instant first, List<SlowCalendar> calendars) {

        static World random(Random random) {
            ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
            Instant first = first(random, zone);
            return new World(
                    first,
                    List.of(
                            SlowCalendar.random(random, zone, first, MINUTES),
                            SlowCalendar.random(random, zone, first, MINUTES),
                            SlowCalendar.roundTheClock(MINUTES)));
        }

        /** Shortly before the clocks change, or before a leap day. */
        private static Instant first(Random random, ZoneId zone) {
            Instant any =
                    Instant.parse("2024-01-01T00:00:00Z")
                            .plus(random.nextInt(2_000), ChronoUnit.DAYS);
            var change = zone.getRules().nextTransition(any);
            LocalDate day =
                    change == null || random.nextInt(4) == 0
                            ? LocalDate.of(2028, 2, 29)
                            : LocalDate.ofInstant(change.getInstant(), zone);
            return day.minusDays(random.nextInt(8)).atStartOfDay(zone).toInstant();
        }

        Instant at(int minute) {
            return first.plus(Duration.ofMinutes(minute));
        }
    }

    @Test
    void a_hundred_thousand_sequences_agree_with_counting_minute_by_minute() {
        for (int world = 0; world < WORLDS; world++) {
            World random = World.random(new Random(SEED + world));
            for (int i = 0; i < SEQUENCES_IN_EACH; i++) {
                agree(random, world, i);
            }
        }

        assertThat(outcomes.keySet())
                .containsExactly(
                        "AlreadyPaused",
                        "Booked",
                        "DueAlready",
                        "NotLonger",
                        "NotPaused",
                        "OutOfOrder",
                        "SameTerms");
        assertThat(outcomes.values()).allMatch(times -> times > 500);
        assertThat(beyond).isLessThan(WORLDS * SEQUENCES_IN_EACH / 100);
    }

    private void agree(World world, int number, int sequence) {
        var random = new Random(SEED * 31 + number * 1_000_003L + sequence);
        int start = random.nextInt(3 * 24 * 60);
        int calendar = random.nextInt(3);
        int budget = 1 + random.nextInt(900);
        Ledger ledger = Ledger.start(world.at(start), terms(world, calendar, budget), SOMEBODY);
        var slow = new Slow(world.calendars().get(calendar).counts(), start, budget);

        int changes = random.nextInt(7);
        for (int i = 0; i < changes; i++) {
            slow.goTo(slow.now + (random.nextInt(12) == 0 ? 0 : random.nextInt(600)));
            Instant now = world.at(slow.now);
            String expected;
            Booking booking;
            switch (random.nextInt(5)) {
                case 0 -> {
                    expected = slow.pause();
                    booking = ledger.pause(now, Pause.CUSTOMER, SOMEBODY);
                }
                case 1, 2 -> {
                    expected = slow.resume();
                    booking = ledger.resume(now, SOMEBODY);
                }
                case 3 -> {
                    int more = random.nextInt(300) - 30;
                    booking = ledger.extend(now, Duration.ofMinutes(more), SOMEBODY);
                    expected = slow.extend(more);
                }
                default -> {
                    boolean same = random.nextInt(8) == 0;
                    calendar = same ? calendar : random.nextInt(3);
                    int other = same ? slow.budget : 1 + random.nextInt(900);
                    Terms terms = terms(world, calendar, other);
                    booking = ledger.rebase(now, terms, SOMEBODY);
                    expected =
                            slow.rebase(
                                    world.calendars().get(calendar).counts(),
                                    other,
                                    terms.equals(ledger.terms()));
                }
            }
            String became = booking.getClass().getSimpleName();
            outcomes.merge(became, 1, Integer::sum);
            if (!expected.equals(became)) {
                fail("world %d, sequence %d: %s, not %s", number, sequence, became, expected);
            }
            if (booking instanceof Booked booked) {
                ledger = booked.ledger();
            }
            same(number, sequence, ledger.spent(now), Duration.ofMinutes(slow.spent));
        }
        slow.goOnUntilDue();
        if (slow.now == MINUTES) {
            beyond++;
            assertThat(ledger.dueAt().orElseThrow()).isAfterOrEqualTo(world.at(MINUTES));
        } else {
            Instant due = ledger.dueAt().orElse(Instant.EPOCH);
            same(number, sequence, due, slow.paused ? Instant.EPOCH : world.at(slow.dueAt));
        }
    }

    private static Terms terms(World world, int calendar, int budget) {
        return new Terms(Duration.ofMinutes(budget), world.calendars().get(calendar).fast(), 1);
    }

    private static void same(int world, int sequence, Object fast, Object slow) {
        if (!fast.equals(slow)) {
            fail("world %d, sequence %d: %s, but by minutes %s", world, sequence, fast, slow);
        }
    }

    /** A clock that goes from minute to minute. */
    private static final class Slow {

        private boolean[] counts;
        private int budget;
        private int now;
        private int changed;
        private int spent;
        private int dueAt = NOT_DUE;
        private boolean paused;

        Slow(boolean[] counts, int start, int budget) {
            this.counts = counts;
            this.budget = budget;
            this.now = start;
            this.changed = start;
        }

        void goTo(int minute) {
            look();
            while (now < minute) {
                tick();
            }
        }

        void goOnUntilDue() {
            look();
            while (!paused && dueAt == NOT_DUE && now < MINUTES) {
                tick();
            }
        }

        private void tick() {
            if (!paused && counts[now]) {
                spent++;
            }
            now++;
            look();
        }

        private void look() {
            if (!paused && dueAt == NOT_DUE && spent >= budget) {
                dueAt = now;
            }
        }

        String pause() {
            String why = paused ? "AlreadyPaused" : dueAt == NOT_DUE ? "Booked" : "DueAlready";
            boolean done = change(why);
            paused |= done;
            return done || now > changed ? why : "OutOfOrder";
        }

        String resume() {
            String why = paused ? "Booked" : "NotPaused";
            boolean done = change(why);
            paused &= !done;
            return done || now > changed ? why : "OutOfOrder";
        }

        String extend(int more) {
            String why = more <= 0 ? "NotLonger" : dueAt == NOT_DUE ? "Booked" : "DueAlready";
            boolean done = change(why);
            budget += done ? more : 0;
            return done || now > changed ? why : "OutOfOrder";
        }

        String rebase(boolean[] other, int otherBudget, boolean same) {
            String why = same ? "SameTerms" : "Booked";
            if (change(why)) {
                counts = other;
                budget = otherBudget;
                return why;
            }
            return now > changed ? why : "OutOfOrder";
        }

        private boolean change(String why) {
            boolean done = why.equals("Booked") && now > changed;
            if (done) {
                changed = now;
                dueAt = NOT_DUE;
            }
            return done;
        }
    }
}
