package org.redress.reporting.events;

import org.jspecify.annotations.Nullable;

/**
 * One event of one case, from whichever service.
 *
 * @param mode REAL, DRILL or TEST
 * @param causationId the event that caused this one, where there is one
 */
public record CaseEvent(
        String id, Code mode, @Nullable String causationId, About about, News news) {

    /** The case that it is about. */
    public CaseId caseId() {
        return about.caseId();
    }
}
