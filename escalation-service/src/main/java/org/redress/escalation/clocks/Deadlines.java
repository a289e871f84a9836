package org.redress.escalation.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.clocks.ledger.Ledger;
import org.redress.escalation.clocks.ledger.Segment;
import org.redress.escalation.clocks.ledger.Terms;
import org.redress.escalation.organisation.Deadline;

/** What a ledger makes of a deadline. */
final class Deadlines {

    private Deadlines() {}

    /**
     * The deadline by the ledger as it is now, or what the customer was told where that is sooner.
     * While it is paused nothing but what was told comes nearer.
     */
    static Deadline by(Ledger ledger, Deadline before, @Nullable Instant told) {
        Optional<Instant> dueAt = ledger.dueAt();
        Deadline byRule =
                with(
                        ledger.terms(),
                        before,
                        dueAt.isPresent() ? warnAt(ledger, before.warnAfter()) : before.warnAt(),
                        dueAt.orElse(told == null ? before.dueAt() : told));
        return byRule.noLaterThan(told);
    }

    private static Deadline with(Terms terms, Deadline before, Instant warnAt, Instant dueAt) {
        return new Deadline(
                terms.calendar().name(),
                terms.organisation(),
                terms.budget(),
                before.warnAfter(),
                before.startedAt(),
                warnAt.isBefore(dueAt) ? warnAt : dueAt,
                dueAt);
    }

    private static Instant warnAt(Ledger ledger, double share) {
        Segment last = ledger.segments().getLast();
        Duration near = Duration.ofMillis((long) (ledger.terms().budget().toMillis() * share));
        Duration left = near.minus(ledger.spent(last.from()));
        return left.isPositive() ? last.terms().calendar().dueAt(last.from(), left) : last.from();
    }
}
