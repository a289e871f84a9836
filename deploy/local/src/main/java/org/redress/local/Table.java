package org.redress.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows in columns that are as wide as their widest cell, of which a Chinese character takes two
 * places. A column without any word stands to the right, for it holds figures.
 */
public final class Table {
    private static final String GAP = "  ";
    private static final int USUAL_COLUMNS = 120;
    private static final String CUT = "…";

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... heads) {
        rows.add(List.of(heads));
    }

    /** Adds a row, with as many cells as there are heads. */
    public void row(Object... cells) {
        rows.add(Arrays.stream(cells).map(Object::toString).toList());
    }

    /** Heads and rows in lines that fit the terminal; {@code ./redress} says how wide it is. */
    public List<String> lines() {
        String told = System.getenv().getOrDefault("COLUMNS", "");
        return lines(told.matches("[1-9]\\d{0,3}") ? Integer.parseInt(told) : USUAL_COLUMNS);
    }

    /** Heads and rows in lines of at most so many columns: the widest words give way. */
    List<String> lines(int most) {
        int count = rows.getFirst().size();
        boolean[] isWords = new boolean[count];
        int[] widths = new int[count];
        for (int i = 0; i < count; i++) {
            int column = i;
            isWords[i] = rows.stream().skip(1).anyMatch(row -> beginsWithLetter(row.get(column)));
            widths[i] = rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0);
        }
        int excess = Arrays.stream(widths).sum() + GAP.length() * (count - 1) - most;
        for (int rest = excess; rest > 0; rest--) {
            IntStream.range(0, count)
                    .filter(column -> isWords[column])
                    .boxed()
                    .max(Comparator.comparingInt(column -> widths[column]))
                    .ifPresent(widest -> widths[widest]--);
        }
        return rows.stream()
                .map(row ->
                        IntStream.range(0, count)
                                .mapToObj(i ->
                                        isWords[i]
                                                ? padded(row.get(i), widths[i])
                                                : " ".repeat(widths[i] - width(row.get(i)))
                                                        + row.get(i))
                                .collect(Collectors.joining(GAP))
                                .stripTrailing())
                .toList();
    }

    private static boolean beginsWithLetter(String cell) {
        return !cell.isEmpty() && Character.isLetter(cell.codePointAt(0));
    }

    /** The text, cut or filled up with spaces so that it takes exactly these columns. */
    public static String padded(String text, int columns) {
        String shown = text;
        for (int end = text.length(); width(shown) > columns && end > 0; ) {
            end = text.offsetByCodePoints(end, -1);
            shown = text.substring(0, end) + CUT;
        }
        return shown + " ".repeat(Math.max(0, columns - width(shown)));
    }

    static int width(String text) {
        return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
    }

    /** Chinese characters, and the punctuation and letters of their width. */
    private static boolean isWide(int point) {
        return Character.isIdeographic(point)
                || (0x3000 <= point && point <= 0x30FF)
                || (0xFF01 <= point && point <= 0xFF60);
    }
}
