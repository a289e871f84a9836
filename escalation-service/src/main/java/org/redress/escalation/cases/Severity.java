package org.redress.escalation.cases;

/** How grave a case is, from least to most. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** Whether somebody responsible must be reached at once. */
    public boolean isUrgent() {
        return isAtLeast(HIGH);
    }

    public boolean isAtLeast(Severity other) {
        return compareTo(other) >= 0;
    }

    public Severity orGraver(Severity other) {
        return isAtLeast(other) ? this : other;
    }
}
