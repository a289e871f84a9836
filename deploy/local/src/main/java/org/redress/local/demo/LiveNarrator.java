package org.redress.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.redress.local.demo.Terminal.Style;

/**
 * For a terminal: each case under way has its line, which changes in place, and the latest news
 * below it. Cases that are over move up and stay.
 */
final class LiveNarrator implements Narrator {

    private final Terminal terminal;
    private final RowLine line;
    private final LiveRegion region;
    private final Map<Integer, Row> underWay = new TreeMap<>();
    private boolean isHeaded;

    LiveNarrator(Terminal terminal, RowLine line) {
        this.terminal = terminal;
        this.line = line;
        this.region = new LiveRegion(terminal);
    }

    @Override
    public synchronized void tell(Row row) {
        head();
        underWay.put(row.place(), row);
        region.show(underWay());
    }

    @Override
    public synchronized void settle(Row row, List<String> notes) {
        head();
        underWay.remove(row.place());
        List<String> lines = new ArrayList<>();
        lines.add(terminal.styled(row.problem() == null ? Style.GOOD : Style.BAD, line.of(row)));
        notes.forEach(note -> lines.addAll(line.allBelow(note)));
        region.settle(lines);
        region.show(underWay());
    }

    private void head() {
        if (!isHeaded) {
            terminal.line(line.head());
            isHeaded = true;
        }
    }

    private List<String> underWay() {
        List<String> lines = new ArrayList<>();
        for (Row row : underWay.values()) {
            lines.add(line.of(row));
            lines.add(line.below(row.news()));
        }
        return lines;
    }
}
