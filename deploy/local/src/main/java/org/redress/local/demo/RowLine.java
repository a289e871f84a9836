package org.redress.local.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.redress.local.demo.Terminal.Style;

/** A row as one line: place, number, title, and a cell for each stage. */
final class RowLine {

    private static final int PLACE = 2;
    private static final int NUMBER = 17;
    private static final int CELL = 8;
    private static final int LEAST_TITLE = 8;
    private static final int MOST_TITLE = 40;
    private static final int MARGIN = 3;
    private static final int INDENT = 5;

    private final Terminal terminal;
    private final int title;

    RowLine(Terminal terminal) {
        this.terminal = terminal;
        int cells = Stage.values().length * (CELL + 1);
        int rest = terminal.columns() - PLACE - NUMBER - cells - 2 * MARGIN;
        title = Math.clamp(rest, LEAST_TITLE, MOST_TITLE);
    }

    String head() {
        List<String> cells = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            cells.add(Columns.right(stage.title(), CELL));
        }
        return terminal.styled(
                Style.BOLD, line("#", "case", "", String.join(" ", cells)).stripTrailing());
    }

    String of(Row row) {
        List<String> cells = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            Duration took = row.times().get(stage);
            cells.add(Columns.right(took == null ? "·" : Took.text(took), CELL));
        }
        String number = row.caseNumber() == null ? "" : row.caseNumber();
        return line(Integer.toString(row.place()), number, row.title(), String.join(" ", cells));
    }

    /** A line of words below a row. */
    String below(String words) {
        return terminal.styled(
                Style.FAINT, " ".repeat(INDENT) + Columns.cut(words, terminal.columns() - INDENT));
    }

    /** As many lines of words below a row as they need. */
    List<String> allBelow(String words) {
        return Columns.wrapped(words, terminal.columns() - INDENT).stream()
                .map(this::below)
                .toList();
    }

    private String line(String place, String number, String name, String cells) {
        return Columns.cut(
                "%s  %s  %s %s"
                        .formatted(
                                Columns.right(place, PLACE),
                                Columns.left(number, NUMBER),
                                Columns.left(name, title),
                                cells),
                terminal.columns());
    }
}
