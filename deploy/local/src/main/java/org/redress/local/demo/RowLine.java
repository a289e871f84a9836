package org.redress.local.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.redress.local.demo.Terminal.Style;

/**
 * A row as one line: place, number, title, and a cell for each stage. Where the terminal is narrow
 * the number gives way, and no stage is ever cut off at 80 columns or more.
 */
final class RowLine {

    private static final int PLACE = 2;
    private static final int NUMBER = 17;
    private static final int CELL = 8;
    private static final int NARROW_CELL = 6;
    private static final int LEAST_TITLE = 8;
    private static final int MOST_TITLE = 40;
    private static final int MARGIN = 3;
    private static final int INDENT = 5;

    private final Terminal terminal;
    private final boolean isNarrow;
    private final int cell;
    private final int title;

    RowLine(Terminal terminal) {
        this.terminal = terminal;
        isNarrow = restBeside(NUMBER, CELL) < LEAST_TITLE;
        cell = isNarrow ? NARROW_CELL : CELL;
        title = Math.clamp(restBeside(isNarrow ? 0 : NUMBER, cell), LEAST_TITLE, MOST_TITLE);
    }

    private int restBeside(int number, int width) {
        int cells = Stage.values().length * (width + 1);
        return terminal.columns() - PLACE - number - cells - 2 * MARGIN;
    }

    String head() {
        List<String> cells = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            cells.add(Columns.right(isNarrow ? stage.brief() : stage.title(), cell));
        }
        return terminal.styled(
                Style.BOLD, line("#", "case", "", String.join(" ", cells)).stripTrailing());
    }

    String of(Row row) {
        List<String> cells = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            Duration took = row.times().get(stage);
            cells.add(Columns.right(took == null ? "·" : Times.text(took), cell));
        }
        return line(
                Integer.toString(row.place()),
                row.caseNumber(),
                row.title(),
                String.join(" ", cells));
    }

    String below(String words) {
        return terminal.styled(
                Style.FAINT, " ".repeat(INDENT) + Columns.cut(words, terminal.columns() - INDENT));
    }

    List<String> allBelow(String words) {
        return Columns.wrapped(words, terminal.columns() - INDENT).stream()
                .map(this::below)
                .toList();
    }

    private String line(String place, String number, String name, String cells) {
        return Columns.cut(
                "%s  %s%s %s"
                        .formatted(
                                Columns.right(place, PLACE),
                                isNarrow ? "" : Columns.left(number, NUMBER) + "  ",
                                Columns.left(name, title),
                                cells),
                terminal.columns());
    }
}
