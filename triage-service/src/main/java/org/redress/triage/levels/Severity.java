package org.redress.triage.levels;

/**
 * How grave a case is (TR-07); personal safety and major loss are always {@link #CRITICAL} (TR-08).
 */
public enum Severity implements Ranked<Severity> {
    /** Nothing makes it graver than its kind. */
    LOW(0),
    /** Something does: a hazard, a repetition, several people. */
    MEDIUM(1),
    /** The company itself is at risk: media, regulators, courts, many people. */
    HIGH(2),
    /** People are hurt or in danger, or the loss is major. */
    CRITICAL(3);

    private final int rank;

    Severity(int rank) {
        this.rank = rank;
    }

    @Override
    public int rank() {
        return rank;
    }
}
