package org.redress.escalation.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** What an investigation came to. */
@Embeddable
public record Verdict(
        @Enumerated(EnumType.STRING) @Column(name = "truth") Truth truth,
        @Enumerated(EnumType.STRING) @Column(name = "demand") Demand demand,
        @Enumerated(EnumType.STRING) @Column(name = "liability") Liability liability) {

    /** How much of what the customer says is so (IN-22). */
    public enum Truth {
        VERIFIED,
        PARTLY,
        UNVERIFIED,
        FALSE
    }

    /** What is to be thought of what the customer wants (TR-22). */
    public enum Demand {
        JUSTIFIED,
        PARTLY,
        CONTRARY_TO_RULES,
        MISUNDERSTANDING
    }

    /** Who answers for what happened (TR-23). */
    public enum Liability {
        OURS,
        SHARED,
        THIRD_PARTY,
        CUSTOMER,
        NONE
    }

    /** Whether the customer wants what the rules don't allow. */
    public boolean isContrary() {
        return demand == Demand.CONTRARY_TO_RULES;
    }
}
