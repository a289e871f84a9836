package org.redress.escalation.cases;

/** The recommended emergency response; level I is the highest (contradiction C5 of the plans). */
public enum ResponseLevel {
    NONE,
    III,
    II,
    I;

    public ResponseLevel orHigher(ResponseLevel other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
