package org.redress.escalation.changes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.organisation.InvalidOrganisation;

/**
 * What somebody wants.
 *
 * @param previewOnly whether nothing is to be applied
 * @param confirmation of the preview that was read, if one was
 * @param needsConfirmation whether it is applied only with one
 */
record Change(
        Actor by,
        String reason,
        boolean previewOnly,
        @Nullable String confirmation,
        boolean needsConfirmation) {

    /** What became of it. */
    sealed interface Outcome {

        /** Nothing was applied. */
        record Previewed(Preview preview) implements Outcome {}

        /** It holds as this version. */
        record Applied(long version, Preview preview) implements Outcome {}

        /** It is risky or large: its preview has to be read first. */
        record Unconfirmed() implements Outcome {}

        /** The confirmation is of another preview, or somebody else was faster. */
        record Outdated() implements Outcome {}

        /** It leads to no organisation. */
        record Invalid(List<InvalidOrganisation.Mistake> mistakes) implements Outcome {
            public Invalid {
                mistakes = List.copyOf(mistakes);
            }
        }
    }
}
