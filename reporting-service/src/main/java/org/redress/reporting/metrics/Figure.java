package org.redress.reporting.metrics;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One number of a day.
 *
 * @param column where it is kept
 * @param sum how it is made of the shares {@code s} of the day, in SQL
 * @param type what it is: a whole number, or seconds, which may be missing
 */
record Figure(String column, String sum, Class<? extends Number> type) {

    /** All of them, in the order in which they are answered. */
    static final List<Figure> ALL =
            Stream.of(Measure.values()).flatMap(measure -> measure.figures().stream()).toList();

    static Figure total(String column) {
        return new Figure(column, "coalesce(sum(s.%s), 0)".formatted(column), Integer.class);
    }

    /** The nearest rank: a value that was really measured. */
    static Figure percentile(String name, String rank, String column) {
        return new Figure(
                name + "_" + column,
                "percentile_disc(%s) within group (order by s.%s)".formatted(rank, column),
                Double.class);
    }

    /** Its name in answers, tables and events. */
    String name() {
        var words = column.split("_", -1);
        return words[0]
                + Stream.of(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }

    boolean isWhole() {
        return type == Integer.class;
    }
}
