package org.redress.triage.cases;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.redress.triage.levels.ConductLevel;

/**
 * What the agent heard or saw, apart from the text (TR-08, TR-12, TR-21).
 *
 * @param crowdSize how many people besides the customer are affected or gathered
 */
public record Flags(
        boolean injuryOrDanger,
        @Nullable Money propertyLoss,
        boolean mediaInvolved,
        boolean regulatorInvolved,
        int crowdSize,
        ConductLevel conductLevel) {

    /** Nothing that the agent noticed. */
    public static final Flags NONE = new Flags(false, null, false, false, 0, ConductLevel.NONE);

    public Flags {
        requireNonNull(conductLevel, "conductLevel");
        if (crowdSize < 0) {
            throw new IllegalArgumentException("crowdSize must not be negative");
        }
    }
}
