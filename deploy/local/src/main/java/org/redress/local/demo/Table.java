package org.redress.local.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows in columns as wide as their widest cell: texts to the left, figures to the right. */
final class Table {

    private static final int MOST = 44;
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

    List<String> lines() {
        List<Integer> widths = IntStream.range(0, heads.size()).map(this::width).boxed().toList();
        List<String> lines = new ArrayList<>();
        lines.add(line(heads, widths));
        String rule = widths.stream().map("─"::repeat).collect(Collectors.joining(GAP));
        lines.add(rule);
        for (List<String> row : rows) {
            lines.add(row.isEmpty() ? rule : line(row, widths));
        }
        return Collections.unmodifiableList(lines);
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
                .mapToObj(column ->
                        1 <= column && column < texts
                                ? Columns.left(cells.get(column), widths.get(column))
                                : Columns.right(cells.get(column), widths.get(column)))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }
}
