package org.redress.triage.levels;

/** The emergency response to recommend (TR-11): {@link #I} is the highest. */
public enum ResponseLevel implements Ranked<ResponseLevel> {
    /** No response. */
    NONE(0),
    /** Ⅲ级应急响应: a single case. */
    III(1),
    /** Ⅱ级应急响应: important. */
    II(2),
    /** Ⅰ级应急响应: on a large scale, or with loss of life. */
    I(3);

    private final int rank;

    ResponseLevel(int rank) {
        this.rank = rank;
    }

    @Override
    public int rank() {
        return rank;
    }
}
