package org.redress.local.demo;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.redress.local.demo.FactWatch.Seen;

/**
 * What became of the lines of a file so far, by their numbers; counted by many senders at once.
 *
 * @param bad what is wrong with lines that are no complaint
 * @param refused why intake will not take them
 * @param unanswered lines of which nobody knows whether intake has them
 * @param accepted cases answered 201
 * @param facts what the BI topic has told of a case
 */
record Tally(
        SortedMap<Integer, String> bad,
        SortedMap<Integer, String> refused,
        SortedMap<Integer, String> unanswered,
        SortedMap<Integer, Registration.Accepted> accepted,
        Function<String, Optional<Seen>> facts) {

    record Reported(Registration.Accepted registered, Seen seen) {}

    static Tally with(Function<String, Optional<Seen>> facts) {
        return new Tally(
                new ConcurrentSkipListMap<>(),
                new ConcurrentSkipListMap<>(),
                new ConcurrentSkipListMap<>(),
                new ConcurrentSkipListMap<>(),
                facts);
    }

    void answered(int line, Registration answer) {
        switch (answer) {
            case Registration.Accepted registered -> accepted.put(line, registered);
            case Registration.Refused(String reason) -> refused.put(line, reason);
            case Registration.NotNow(String reason) -> unanswered.put(line, reason);
        }
    }

    /** Lines that are done with, whatever became of them. */
    int done() {
        return bad.size() + refused.size() + unanswered.size() + accepted.size();
    }

    /** How many cases still lack a fact that tells of their assessment. */
    int unreported() {
        return accepted.size()
                - (int)
                        reported().stream()
                                .filter(one -> one.seen().latest().assessedAt().isPresent())
                                .count();
    }

    /** The cases answered 201 that have a fact, each with it. */
    List<Reported> reported() {
        return accepted.values().stream()
                .flatMap(one ->
                        facts.apply(one.caseId()).map(seen -> new Reported(one, seen)).stream())
                .toList();
    }
}
