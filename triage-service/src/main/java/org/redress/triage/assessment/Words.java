package org.redress.triage.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.triage.rules.Reason;
import org.redress.triage.rules.SeenSignal;

/**
 * The words of a judgement, which quote the customer or are an officer's own. They rest sealed, and
 * an erasure takes them away (XX-03).
 *
 * @param reason why a person judged so; null for the rules
 */
public record Words(List<Reason> reasons, List<SeenSignal> signals, @Nullable String reason) {

    public Words {
        reasons = List.copyOf(reasons);
        signals = List.copyOf(signals);
    }

    Words because(String why) {
        return new Words(reasons, signals, why);
    }

    @Override
    public String toString() {
        return "Words[%d reasons]".formatted(reasons.size());
    }
}
