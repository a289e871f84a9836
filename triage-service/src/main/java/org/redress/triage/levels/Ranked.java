package org.redress.triage.levels;

/** A level with an order of its own; the graver one outranks the other. */
public interface Ranked<T extends Ranked<T>> {

    /** 0 for the least grave. Only for comparison: neither stored nor published. */
    int rank();

    /** Whether this is graver than the other. */
    default boolean outranks(T other) {
        return rank() > other.rank();
    }

    /** The graver of two levels. */
    static <T extends Ranked<T>> T graver(T one, T other) {
        return other.outranks(one) ? other : one;
    }
}
