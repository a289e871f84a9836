package org.redress.intake.cases;

import org.jspecify.annotations.Nullable;

/**
 * How far the satisfaction check of one round has come.
 *
 * @param round the round that was asked about; a new round starts a new check
 * @param attempts how often the customer was asked in that round
 */
public record SatisfactionCheck(int round, int attempts, @Nullable Satisfaction outcome) {

    /** Nobody was asked yet. */
    public static final SatisfactionCheck NONE = new SatisfactionCheck(1, 0, null);

    boolean isSettledIn(int currentRound) {
        return round == currentRound && outcome != null && outcome.settles();
    }

    SatisfactionCheck next(int currentRound, Satisfaction answer) {
        return new SatisfactionCheck(
                currentRound, round == currentRound ? attempts + 1 : 1, answer);
    }
}
