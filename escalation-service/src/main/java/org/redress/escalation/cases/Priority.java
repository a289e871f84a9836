package org.redress.escalation.cases;

/** The order of work; P1 comes first. */
public enum Priority {
    P4,
    P3,
    P2,
    P1;

    public Priority orSooner(Priority other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
