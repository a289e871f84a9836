package org.redress.local.demo;

import java.util.List;

/** The last lines of the terminal, which are written over while what they tell of goes on. */
final class LiveRegion {

    private static final String CLEAR_LINE = "\u001b[2K";

    private final Terminal terminal;
    private int height;

    LiveRegion(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Shows these lines instead of those shown last; none may be wider than the terminal. */
    void show(List<String> lines) {
        StringBuilder screen = new StringBuilder(eraser());
        lines.forEach(line -> screen.append(CLEAR_LINE).append(line).append('\n'));
        terminal.out().print(screen);
        terminal.out().flush();
        height = lines.size();
    }

    /** Writes lines that stay, above the region; the region itself is gone until shown again. */
    void settle(List<String> lines) {
        show(lines);
        height = 0;
    }

    private String eraser() {
        return height == 0 ? "" : "\u001b[" + height + "A\r\u001b[J";
    }
}
