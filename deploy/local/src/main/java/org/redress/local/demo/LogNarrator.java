package org.redress.local.demo;

import java.util.List;

/** For a file or a pipe: a line for each thing that happens, in the order in which it happens. */
final class LogNarrator implements Narrator {

    private static final int TITLE = 36;
    private static final int NUMBER = 17;
    private static final int STAGE = 10;
    private static final int TOOK = 7;
    private static final String INDENT = " ".repeat(6);

    private final Terminal terminal;

    LogNarrator(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void tell(Row row) {
        Stage stage = row.latest();
        String reached = stage == null ? "" : stage.title();
        String took = stage == null ? "" : Took.text(row.times().get(stage));
        terminal.line(
                line(
                        row,
                        "%s %s  %s"
                                .formatted(
                                        Columns.left(reached, STAGE),
                                        Columns.right(took, TOOK),
                                        row.news())));
    }

    @Override
    public synchronized void settle(Row row, List<String> notes) {
        if (row.problem() != null) {
            terminal.line(line(row, "PROBLEM: " + row.problem()));
        }
        notes.forEach(note -> terminal.line(INDENT + note));
    }

    private String line(Row row, String words) {
        String number = row.caseNumber() == null ? "" : row.caseNumber();
        return Columns.cut(
                "%s  %s  %s  %s"
                        .formatted(
                                Columns.right(Integer.toString(row.place()), 2),
                                Columns.left(number, NUMBER),
                                Columns.left(row.title(), TITLE),
                                words),
                terminal.columns());
    }
}
