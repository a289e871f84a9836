package org.redress.triage.levels;

/** The order of work (TR-06): {@link #P1} goes first. */
public enum Priority implements Ranked<Priority> {
    /** Last. */
    P4(0),
    /** As it comes. */
    P3(1),
    /** Soon. */
    P2(2),
    /** Before all others. */
    P1(3);

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    @Override
    public int rank() {
        return rank;
    }
}
