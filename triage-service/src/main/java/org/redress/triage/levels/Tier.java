package org.redress.triage.levels;

/** How much it takes to handle a case (TR-10). */
public enum Tier implements Ranked<Tier> {
    /** 一级处理: a simple matter, which customer service can answer. */
    T1(0),
    /** 二级处理: a complex one, which needs special knowledge. */
    T2(1),
    /** 三级处理: a critical one, which concerns the top of the house. */
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
