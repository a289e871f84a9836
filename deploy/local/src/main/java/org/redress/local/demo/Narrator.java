package org.redress.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.redress.local.demo.Terminal.Style;

/** Tells what happens to the cases while it happens; called by many journeys at once. */
interface Narrator {
    /** The case has come this far. */
    void tell(Row row);

    /** The case is over; the notes are worth keeping beside it. */
    void settle(Row row, List<String> notes);

    static Narrator on(Terminal terminal) {
        return terminal.isLive() ? new Live(terminal) : new Log(terminal);
    }

    /**
     * For a terminal: each case under way has its line, which changes in place, and the latest news
     * below it. Cases that are over move up and stay.
     */
    final class Live implements Narrator {
        private final Terminal terminal;
        private final RowLine line;
        private final Map<Integer, Row> underWay = new TreeMap<>();

        private Live(Terminal terminal) {
            this.terminal = terminal;
            this.line = new RowLine(terminal);
            terminal.line(line.head());
        }

        @Override
        public synchronized void tell(Row row) {
            underWay.put(row.place(), row);
            showUnderWay();
        }

        @Override
        public synchronized void settle(Row row, List<String> notes) {
            underWay.remove(row.place());
            List<String> lines = new ArrayList<>();
            lines.add(
                    terminal.styled(row.problem() == null ? Style.GOOD : Style.BAD, line.of(row)));
            notes.forEach(note -> lines.addAll(line.allBelow(note)));
            terminal.settle(lines);
            showUnderWay();
        }

        private void showUnderWay() {
            terminal.show(
                    underWay.values().stream()
                            .flatMap(row -> Stream.of(line.of(row), line.below(row.news())))
                            .toList());
        }
    }

    /** For a file or a pipe: a line for each thing that happens, in the order of what happens. */
    record Log(Terminal terminal) implements Narrator {
        @Override
        public synchronized void tell(Row row) {
            Stage stage = row.latest();
            String reached = stage == null ? "" : stage.title();
            String took = stage == null ? "" : Times.text(row.times().get(stage));
            line(row, Columns.left(reached, 10) + " " + Columns.right(took, 7) + "  " + row.news());
        }

        @Override
        public synchronized void settle(Row row, List<String> notes) {
            if (row.problem() != null) {
                line(row, "PROBLEM: " + row.problem());
            }
            notes.forEach(note -> terminal.line("      " + note));
        }

        private void line(Row row, String words) {
            String text =
                    String.join(
                            "  ",
                            Columns.right(Integer.toString(row.place()), 2),
                            Columns.left(row.caseNumber(), 17),
                            Columns.left(row.title(), 36),
                            words);
            terminal.line(Columns.cut(text, terminal.columns()));
        }
    }
}
