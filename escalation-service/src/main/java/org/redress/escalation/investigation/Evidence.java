package org.redress.escalation.investigation;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;

/**
 * Something that shows what happened.
 *
 * @param what what it shows; none once it was erased
 * @param kept where it is kept
 * @param digest of the file, so that another one is noticed
 */
@Schema(name = "Evidence")
record Evidence(
        UUID evidenceId,
        Kind kind,
        @Nullable String what,
        @Nullable String kept,
        @Nullable String digest,
        PersonId addedBy,
        Instant addedAt) {

    /** What sort of thing it is. */
    enum Kind {
        DOCUMENT,
        PHOTO,
        RECORDING,
        LOG,
        OBJECT,
        STATEMENT
    }

    @Override
    public String toString() {
        return "Evidence[" + evidenceId + ", " + kind + "]";
    }
}
