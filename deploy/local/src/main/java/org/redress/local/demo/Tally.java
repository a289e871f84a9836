package org.redress.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.redress.local.demo.FactWatch.Seen;

/** What became of the lines of a file so far; counted by many senders at once. */
final class Tally {

    private final Function<String, Optional<Seen>> facts;
    private final AtomicLong read = new AtomicLong();
    private final ConcurrentLinkedQueue<FileLine.Bad> bad = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<FileLine.Bad> refused = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<FileLine.Bad> unanswered = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Registered> registered = new ConcurrentLinkedQueue<>();
    private final Map<String, Registered> unreported = new ConcurrentHashMap<>();

    /**
     * Nothing yet.
     *
     * @param facts what the BI topic has told of a case
     */
    Tally(Function<String, Optional<Seen>> facts) {
        this.facts = facts;
    }

    void bad(FileLine.Bad line) {
        bad.add(line);
        read.incrementAndGet();
    }

    void answered(int line, Registration answer) {
        switch (answer) {
            case Registration.Accepted(Registered accepted) -> {
                registered.add(accepted);
                unreported.put(accepted.caseId(), accepted);
            }
            case Registration.Refused(String reason) -> refused.add(new FileLine.Bad(line, reason));
            case Registration.NotNow(String reason) ->
                    unanswered.add(new FileLine.Bad(line, reason));
        }
        read.incrementAndGet();
    }

    /** Lines that are done with, whatever became of them. */
    long done() {
        return read.get();
    }

    List<FileLine.Bad> bad() {
        return List.copyOf(bad);
    }

    /** Lines that intake will not take. */
    List<FileLine.Bad> refused() {
        return List.copyOf(refused);
    }

    /** Lines of which nobody knows whether intake has them. */
    List<FileLine.Bad> unanswered() {
        return List.copyOf(unanswered);
    }

    /** Cases answered 201. */
    List<Registered> registered() {
        return List.copyOf(registered);
    }

    /** How many cases still lack a fact that tells of their assessment. */
    int unreported() {
        unreported
                .keySet()
                .removeIf(caseId ->
                        facts.apply(caseId)
                                .filter(seen -> seen.latest().assessedAt().isPresent())
                                .isPresent());
        return unreported.size();
    }

    /** The cases answered 201 that have a fact, each with it. */
    List<Reported> reported() {
        List<Reported> reported = new ArrayList<>();
        for (Registered one : registered) {
            Optional<Seen> seen = facts.apply(one.caseId());
            seen.ifPresent(fact -> reported.add(new Reported(one, fact)));
        }
        return reported;
    }

    /** A case and its facts. */
    record Reported(Registered registered, Seen seen) {}
}
