package org.redress.triage.assessment;

import org.jspecify.annotations.Nullable;

/** Who judged: the decision tables, or a person in a role. */
public record Actor(Kind kind, @Nullable String role, String id) {

    static final Actor RULES = new Actor(Kind.RULE, null, "triage-table");

    /** Whether rules or a person. */
    public enum Kind {
        /** The decision tables. */
        RULE,
        /** A person of staff. */
        PERSON
    }

    static Actor officer(String personId) {
        return new Actor(Kind.PERSON, Roles.TRIAGE_OFFICER, personId);
    }
}
