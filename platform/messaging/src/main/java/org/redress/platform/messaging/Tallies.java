package org.redress.platform.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts alarms of one kind and thing, so that each is told now and then only; bounded. */
final class Tallies {

    private static final int MOST = 1_000;

    private final Duration atMostEvery;
    private final Map<Key, Tally> tallies = new HashMap<>();

    Tallies(Duration atMostEvery) {
        this.atMostEvery = atMostEvery;
    }

    /** What it is counted under. */
    private record Key(String kind, String thing) {}

    /**
     * How often it happened since it was told last.
     *
     * @param since when it happened first since then
     * @param quietUntil before that it is not told again
     */
    record Tally(Alarm alarm, int count, Instant since, Instant quietUntil) {}

    /** Counts it; tells whether it may be told at once. */
    synchronized boolean add(Alarm alarm, Instant now) {
        var key = key(alarm);
        var known = tallies.get(key);
        if (known == null && tallies.size() >= MOST) {
            return false;
        }
        var tally =
                known == null
                        ? new Tally(alarm, 1, now, Instant.MIN)
                        : new Tally(
                                alarm,
                                known.count + 1,
                                known.count == 0 ? now : known.since,
                                known.quietUntil);
        tallies.put(key, tally);
        return !tally.quietUntil.isAfter(now);
    }

    /** Those that may be told by now. */
    synchronized List<Tally> due(Instant now) {
        tallies.values().removeIf(tally -> tally.count == 0 && !tally.quietUntil.isAfter(now));
        var due = new ArrayList<Tally>();
        for (var tally : tallies.values()) {
            if (tally.count > 0 && !tally.quietUntil.isAfter(now)) {
                due.add(tally);
            }
        }
        return due;
    }

    /** It was told as it was; what was added meanwhile waits. */
    synchronized void told(Tally told, Instant now) {
        tallies.computeIfPresent(
                key(told.alarm),
                (_, tally) ->
                        new Tally(
                                tally.alarm, tally.count - told.count, now, now.plus(atMostEvery)));
    }

    /** How long there will be nothing to tell. */
    synchronized Duration rest(Instant now) {
        return tallies.values().stream()
                .filter(tally -> tally.count > 0)
                .map(tally -> Duration.between(now, tally.quietUntil))
                .map(rest -> rest.isNegative() ? Duration.ZERO : rest)
                .min(Duration::compareTo)
                .orElse(atMostEvery);
    }

    private static Key key(Alarm alarm) {
        return new Key(alarm.kind(), alarm.thing());
    }
}
