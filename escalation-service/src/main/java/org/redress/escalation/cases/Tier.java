package org.redress.escalation.cases;

/** The handling tier (ES-03): front line, specialists, command. */
public enum Tier {
    T1,
    T2,
    T3;

    public Tier next() {
        return this == T1 ? T2 : T3;
    }

    public Tier orHigher(Tier other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
