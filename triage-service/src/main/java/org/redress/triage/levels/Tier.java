package org.redress.triage.levels;

/** Who handles a case (TR-10, ES-03). */
public enum Tier implements Ranked<Tier> {
    /** Customer service. */
    T1(0),
    /** A specialist unit. */
    T2(1),
    /** The command post. */
    T3(2);

    private final int rank;

    Tier(int rank) {
        this.rank = rank;
    }

    @Override
    public int rank() {
        return rank;
    }
}
