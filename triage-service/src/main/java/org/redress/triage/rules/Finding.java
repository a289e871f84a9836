package org.redress.triage.rules;

import java.util.List;
import java.util.Set;

/**
 * What the rules make of a case, and why.
 *
 * @param tableVersion the version and content hash of the tables that judged
 * @param review why a person should look at it; empty if nobody needs to
 */
public record Finding(
        Judgement judgement,
        List<Reason> reasons,
        List<SeenSignal> signals,
        String tableVersion,
        Set<ReviewCause> review) {

    public Finding {
        reasons = List.copyOf(reasons);
        signals = List.copyOf(signals);
        review = Set.copyOf(review);
    }
}
