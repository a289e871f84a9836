package org.redress.local.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows in columns as wide as their widest cell: texts to the left, figures to the right. */
final class Table {

    private static final int MOST = 44;
    private static final int LEAST = 8;
    private static final String GAP = "  ";

    private final List<String> heads;
    private final int texts;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * An empty table.
     *
     * @param texts how many columns, after the first, hold texts; the others hold figures
     */
    Table(List<String> heads, int texts) {
        this.heads = List.copyOf(heads);
        this.texts = texts;
    }

    void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** A line between the rows before and those after. */
    void rule() {
        rows.add(List.of());
    }

    /**
     * The table in at most so many columns: texts are cut, and the last ones left out, before that.
     */
    List<String> lines(int columns) {
        List<Integer> widths = fitting(columns);
        List<String> lines = new ArrayList<>();
        lines.add(line(heads, widths));
        String rule =
                widths.stream()
                        .filter(width -> width > 0)
                        .map("─"::repeat)
                        .collect(Collectors.joining(GAP));
        lines.add(rule);
        for (List<String> row : rows) {
            lines.add(row.isEmpty() ? rule : line(row, widths));
        }
        return Collections.unmodifiableList(lines);
    }

    private List<Integer> fitting(int columns) {
        List<Integer> widths =
                new ArrayList<>(IntStream.range(0, heads.size()).map(this::width).boxed().toList());
        for (int last = texts - 1; total(widths) > columns && last > 0; last--) {
            narrow(widths, columns);
            if (total(widths) > columns && last > 1) {
                widths.set(last, 0);
            }
        }
        return widths;
    }

    /** The widest text gives way, column by column. */
    private void narrow(List<Integer> widths, int columns) {
        while (total(widths) > columns) {
            int widest =
                    IntStream.range(1, texts)
                            .boxed()
                            .max(Comparator.comparing(widths::get))
                            .orElseThrow();
            if (widths.get(widest) <= LEAST) {
                return;
            }
            widths.set(widest, widths.get(widest) - 1);
        }
    }

    private static int total(List<Integer> widths) {
        return widths.stream()
                        .filter(width -> width > 0)
                        .mapToInt(width -> width + GAP.length())
                        .sum()
                - GAP.length();
    }

    private int width(int column) {
        int widest =
                rows.stream()
                        .filter(row -> !row.isEmpty())
                        .mapToInt(row -> Columns.of(row.get(column)))
                        .max()
                        .orElse(0);
        return Math.min(MOST, Math.max(widest, Columns.of(heads.get(column))));
    }

    private String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .filter(column -> widths.get(column) > 0)
                .mapToObj(column ->
                        1 <= column && column < texts
                                ? Columns.left(cells.get(column), widths.get(column))
                                : Columns.right(cells.get(column), widths.get(column)))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }
}
