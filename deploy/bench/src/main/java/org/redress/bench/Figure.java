package org.redress.bench;

import java.util.Locale;

/**
 * One measured number beside its goal.
 *
 * @param goal not a number where the figure only explains another one
 * @param atLeast whether more is better
 */
record Figure(String name, double value, String unit, double goal, boolean atLeast) {

    static Figure atLeast(String name, double value, String unit, double goal) {
        return new Figure(name, value, unit, goal, true);
    }

    static Figure atMost(String name, double value, String unit, double goal) {
        return new Figure(name, value, unit, goal, false);
    }

    /** A figure without a goal of its own, which says where another one comes from. */
    static Figure told(String name, double value, String unit) {
        return new Figure(name, value, unit, Double.NaN, false);
    }

    boolean hasGoal() {
        return !Double.isNaN(goal);
    }

    boolean met() {
        return atLeast ? value >= goal : value <= goal;
    }

    /** A line of the table: name, figure, goal, the ratio of both, and whether the goal is met. */
    @Override
    public String toString() {
        String line = "%-44s %12.2f %-5s".formatted(name, value, unit);
        if (!hasGoal()) {
            return line.stripTrailing();
        }
        return line
                + " goal %s %s  %s  %s"
                        .formatted(
                                atLeast ? "≥" : "≤",
                                plain(goal),
                                goal == 0 ? "" : "%.2f of it".formatted(value / goal),
                                met() ? "met" : "MISSED");
    }

    private static String plain(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%.0f", number)
                : Double.toString(number);
    }
}
