package org.redress.escalation.clocks.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.clocks.ledger.Booking.Booked;
import org.redress.escalation.clocks.ledger.Booking.Refused;
import org.redress.escalation.clocks.ledger.Cause.Pause;
import org.redress.escalation.clocks.ledger.Cause.Step;
import org.redress.escalation.clocks.ledger.Segment.Kind;

/**
 * A clock's running and paused segments, in order, without gap. What has run stays run, whatever is
 * changed afterwards.
 */
public record Ledger(List<Segment> segments) {

    public Ledger {
        segments = List.copyOf(segments);
        if (segments.isEmpty() || segments.getFirst().isPaused()) {
            throw new IllegalArgumentException("a ledger begins with a running segment");
        }
        for (int i = 1; i < segments.size(); i++) {
            if (!segments.get(i).from().isAfter(segments.get(i - 1).from())) {
                throw new IllegalArgumentException("segment " + i + " is out of order");
            }
        }
    }

    public static Ledger start(Instant at, Terms terms, Actor by) {
        return new Ledger(List.of(new Segment(Kind.RUNNING, at, terms, Step.STARTED, by)));
    }

    /** Nothing counts until it is resumed; before it is due only. */
    public Booking pause(Instant at, Pause reason, Actor by) {
        if (isPaused()) {
            return refused(at, new Booking.AlreadyPaused());
        }
        return ifNotDue(at, new Segment(Kind.PAUSED, at, terms(), reason, by));
    }

    /** Time counts again. */
    public Booking resume(Instant at, Actor by) {
        if (!isPaused()) {
            return refused(at, new Booking.NotPaused());
        }
        return book(new Segment(Kind.RUNNING, at, terms(), Step.RESUMED, by));
    }

    /** Other terms from now on. If more has run than they allow, it is due at once. */
    public Booking rebase(Instant at, Terms terms, Actor by) {
        if (terms.equals(terms())) {
            return refused(at, new Booking.SameTerms());
        }
        return book(new Segment(last().kind(), at, terms, Step.REBASED, by));
    }

    /** More time than the terms give; before it is due only. */
    public Booking extend(Instant at, Duration more, Actor by) {
        if (!more.isPositive()) {
            return refused(at, new Booking.NotLonger(more));
        }
        return ifNotDue(
                at, new Segment(last().kind(), at, terms().longerBy(more), Step.EXTENDED, by));
    }

    /** What holds now. */
    public Terms terms() {
        return last().terms();
    }

    public boolean isPaused() {
        return last().isPaused();
    }

    /** What has been counted until then. */
    public Duration spent(Instant at) {
        Duration spent = Duration.ZERO;
        Instant end = at;
        for (Segment segment : segments.reversed()) {
            if (segment.from().isBefore(end)) {
                if (!segment.isPaused()) {
                    spent = spent.plus(segment.terms().calendar().between(segment.from(), end));
                }
                end = segment.from();
            }
        }
        return spent;
    }

    /** What is left of the budget then; negative if more has run. */
    public Duration remaining(Instant at) {
        return terms().budget().minus(spent(at));
    }

    /**
     * When the budget is spent if nothing is changed any more; a paused ledger has no such instant.
     */
    public Optional<Instant> dueAt() {
        if (isPaused()) {
            return Optional.empty();
        }
        Instant from = last().from();
        Duration left = remaining(from);
        return Optional.of(left.isPositive() ? terms().calendar().dueAt(from, left) : from);
    }

    /** When the budget would be spent if what waits went on at that instant. */
    public Instant dueIfResumed(Instant at) {
        Duration left = remaining(at);
        return left.isPositive() ? terms().calendar().dueAt(at, left) : at;
    }

    /** By how much it was extended, all in all. */
    public Duration extended() {
        Duration extended = Duration.ZERO;
        for (int i = 1; i < segments.size(); i++) {
            if (segments.get(i).cause() == Step.EXTENDED) {
                Duration before = segments.get(i - 1).terms().budget();
                extended = extended.plus(segments.get(i).terms().budget()).minus(before);
            }
        }
        return extended;
    }

    private Segment last() {
        return segments.getLast();
    }

    private Booking ifNotDue(Instant at, Segment next) {
        return dueAt().filter(due -> !at.isBefore(due))
                .map(due -> refused(at, new Booking.DueAlready(due)))
                .orElseGet(() -> book(next));
    }

    private Booking book(Segment next) {
        return isInOrder(next.from())
                ? new Booked(new Ledger(Stream.concat(segments.stream(), Stream.of(next)).toList()))
                : new Booking.OutOfOrder(last().from());
    }

    private Booking refused(Instant at, Refused why) {
        return isInOrder(at) ? why : new Booking.OutOfOrder(last().from());
    }

    private boolean isInOrder(Instant at) {
        return at.isAfter(last().from());
    }
}
