package org.redress.intake.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * What the agent heard or saw apart from the text (requirements TR-08, TR-12, TR-13, TR-21); what
 * is left out was not heard.
 *
 * @param crowdSize how many people besides the customer are affected or gathered
 */
@JsonInclude(Include.NON_NULL)
public record Flags(
        boolean injuryOrDanger,
        @Valid @Nullable Money propertyLoss,
        boolean mediaInvolved,
        boolean regulatorInvolved,
        @PositiveOrZero @Max(1_000_000) int crowdSize,
        @Nullable ConductLevel conductLevel) {

    /** Nothing out of the ordinary. */
    public static final Flags NONE = new Flags(false, null, false, false, 0, ConductLevel.NONE);

    public Flags {
        conductLevel = conductLevel == null ? ConductLevel.NONE : conductLevel;
    }

    /**
     * Whether the customer cannot be asked to wait as long as others: people in danger, violence, a
     * crowd, the press or the regulator.
     *
     * @param crowd from how many people on it is a crowd
     */
    public boolean urgent(int crowd) {
        return injuryOrDanger
                || mediaInvolved
                || regulatorInvolved
                || crowdSize >= crowd
                || conductLevel == ConductLevel.SEVERE;
    }
}
