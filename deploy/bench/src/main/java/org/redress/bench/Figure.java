package org.redress.bench;

/**
 * One measured number beside its goal.
 *
 * @param atLeast whether more is better
 */
record Figure(String name, double value, String unit, double goal, boolean atLeast) {

    static Figure atLeast(String name, double value, String unit, double goal) {
        return new Figure(name, value, unit, goal, true);
    }

    static Figure atMost(String name, double value, String unit, double goal) {
        return new Figure(name, value, unit, goal, false);
    }

    boolean met() {
        return atLeast ? value >= goal : value <= goal;
    }
}
