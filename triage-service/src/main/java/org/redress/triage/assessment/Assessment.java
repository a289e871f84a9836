package org.redress.triage.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.redress.triage.rules.Finding;
import org.redress.triage.rules.Judgement;
import org.redress.triage.rules.ReviewCause;
import org.redress.triage.rules.SeenSignal;

/**
 * Triage's judgement of a case as of one revision. It is never changed, only followed by the next.
 *
 * @param revision 1 for the first
 * @param found what the rules came to last, which is less than {@code judgement} where an earlier
 *     level was kept, and may be more where a person lowered one
 * @param words why it was judged so; null once the customer is erased
 */
public record Assessment(
        int revision,
        Judgement judgement,
        Judgement found,
        @Nullable Words words,
        String tableVersion,
        Set<ReviewCause> review,
        Actor actor,
        Instant assessedAt) {

    /**
     * The first judgement of a case.
     *
     * @param housed gives it to a unit that exists
     */
    static Assessment first(Finding finding, UnaryOperator<Judgement> housed, Instant now) {
        return byRules(1, housed.apply(finding.judgement()), finding, now);
    }

    /**
     * What follows from a new finding: no level falls. A person's judgement gives way only where
     * the rules now find more than what that person knew and overruled. Empty if all stays.
     *
     * @param housed gives it to a unit that exists
     */
    Optional<Assessment> reassessed(Finding finding, UnaryOperator<Judgement> housed, Instant now) {
        if (actor.kind() == Actor.Kind.PERSON && !finding.judgement().exceeds(found)) {
            return Optional.empty();
        }
        var judged = housed.apply(finding.judgement().atLeast(judgement));
        var next = byRules(revision + 1, judged, finding, now);
        return next.saysTheSame(this) ? Optional.empty() : Optional.of(next);
    }

    /** What a person makes of it, who may lower levels and gives a reason (TR-01). */
    Assessment revised(Judgement byPerson, Actor person, String why, Instant now) {
        var told = words == null ? new Words(List.of(), List.of(), why) : words.because(why);
        return new Assessment(
                revision + 1, byPerson, found, told, tableVersion, Set.of(), person, now);
    }

    /** The same judgement with these words, or without any. */
    Assessment telling(@Nullable Words others) {
        return new Assessment(
                revision, judgement, found, others, tableVersion, review, actor, assessedAt);
    }

    private static Assessment byRules(
            int revision, Judgement judgement, Finding finding, Instant now) {
        return new Assessment(
                revision,
                judgement,
                finding.judgement(),
                new Words(finding.reasons(), finding.signals(), null),
                finding.tableVersion(),
                finding.review(),
                Actor.RULES,
                now);
    }

    private boolean saysTheSame(Assessment other) {
        return judgement.equals(other.judgement)
                && review.equals(other.review)
                && signals().equals(other.signals());
    }

    private List<SeenSignal> signals() {
        return words == null ? List.of() : words.signals();
    }
}
