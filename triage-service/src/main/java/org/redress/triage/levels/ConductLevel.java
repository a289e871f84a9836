package org.redress.triage.levels;

/** How the customer behaves (TR-12). */
public enum ConductLevel implements Ranked<ConductLevel> {
    /** As one should. */
    NONE(0),
    /** 轻微过激: harsh words. */
    MILD(1),
    /** 影响正常秩序: others can no longer work or be served. */
    DISRUPTIVE(2),
    /** 严重过激: a danger to themselves or others. */
    SEVERE(3);

    private final int rank;

    ConductLevel(int rank) {
        this.rank = rank;
    }

    @Override
    public int rank() {
        return rank;
    }
}
