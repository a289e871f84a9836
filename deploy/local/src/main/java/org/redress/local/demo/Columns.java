package org.redress.local.demo;

import java.util.ArrayList;
import java.util.List;

/** Text in a terminal's columns, of which a Chinese character takes two (Unicode TR 11). */
final class Columns {

    private static final String CUT = "…";

    private Columns() {}

    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    /** The text, cut or filled up with spaces so that it takes exactly these columns. */
    static String left(String text, int columns) {
        String cut = cut(text, columns);
        return cut + " ".repeat(columns - of(cut));
    }

    /** The same, with the spaces before the text. */
    static String right(String text, int columns) {
        String cut = cut(text, columns);
        return " ".repeat(columns - of(cut)) + cut;
    }

    /** The text, or as much of its beginning as fits with a sign that more was there. */
    static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        if (columns < 1) {
            return "";
        }
        StringBuilder kept = new StringBuilder();
        int taken = 0;
        for (int point : text.codePoints().toArray()) {
            taken += of(point);
            if (taken > columns - 1) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept + CUT;
    }

    /** The text in lines of at most these columns, broken at a space where there is one. */
    static List<String> wrapped(String text, int columns) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (of(rest) > columns) {
            int end = cut(rest, columns).length() - CUT.length();
            int space = rest.lastIndexOf(' ', end);
            int at = Math.max(1, space > end / 2 ? space : end);
            lines.add(rest.substring(0, at).strip());
            rest = rest.substring(at).strip();
        }
        lines.add(rest);
        return lines;
    }

    private static int of(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.CONTROL ->
                    0;
            default -> isWide(point) ? 2 : 1;
        };
    }

    private static boolean isWide(int point) {
        return between(point, 0x1100, 0x115F)
                || between(point, 0x2E80, 0x303E)
                || between(point, 0x3041, 0xA4CF)
                || between(point, 0xAC00, 0xD7A3)
                || between(point, 0xF900, 0xFAFF)
                || between(point, 0xFE30, 0xFE4F)
                || between(point, 0xFF00, 0xFF60)
                || between(point, 0xFFE0, 0xFFE6)
                || between(point, 0x1F300, 0x1F64F)
                || between(point, 0x1F900, 0x1F9FF)
                || between(point, 0x20000, 0x3FFFD);
    }

    private static boolean between(int point, int first, int last) {
        return first <= point && point <= last;
    }
}
