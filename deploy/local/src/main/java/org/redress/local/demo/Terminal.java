package org.redress.local.demo;

import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the demo is told: a terminal, or the file or pipe in its place. */
final class Terminal {
    private static final int USUAL_COLUMNS = 120;
    private static final int LOG_COLUMNS = 160;
    private static final int LEAST_COLUMNS = 60;
    private static final String CLEAR_LINE = "\u001b[2K";

    private final PrintStream out;
    private final boolean isLive;
    private final int columns;
    private int shown;

    Terminal(PrintStream out, boolean isLive, int columns) {
        this.out = out;
        this.isLive = isLive;
        this.columns = columns;
    }

    /** The terminal of this process; {@code ./redress} says how wide it is. */
    static Terminal ofProcess(Map<String, String> environment) {
        boolean live =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                        && !environment.getOrDefault("TERM", "dumb").equals("dumb")
                        && !environment.containsKey("NO_COLOR");
        String told = environment.getOrDefault("COLUMNS", "");
        int usual = live ? USUAL_COLUMNS : LOG_COLUMNS;
        int columns = told.matches("[1-9]\\d{0,3}") ? Integer.parseInt(told) : usual;
        return new Terminal(System.out, live, Math.max(columns, LEAST_COLUMNS));
    }

    /** Whether lines can be written over, and coloured. */
    boolean isLive() {
        return isLive;
    }

    int columns() {
        return columns;
    }

    void line(String line) {
        out.println(line);
    }

    /** The last lines, in the place of those shown before; none may be wider than the terminal. */
    void show(List<String> lines) {
        StringBuilder screen = new StringBuilder();
        if (shown > 0) {
            screen.append("\u001b[").append(shown).append("A\r\u001b[J");
        }
        lines.forEach(line -> screen.append(CLEAR_LINE).append(line).append('\n'));
        out.print(screen);
        out.flush();
        shown = lines.size();
    }

    /** The same with lines that stay: what is shown next comes below them. */
    void settle(List<String> lines) {
        show(lines);
        shown = 0;
    }

    /** Words in as many lines as they need. */
    void words(String words) {
        Columns.wrapped(words, columns).forEach(this::line);
    }

    /** The same in a style. */
    void words(Style style, String words) {
        Columns.wrapped(words, columns).forEach(line -> line(styled(style, line)));
    }

    /** The text in this style, where styles can be shown. */
    String styled(Style style, String text) {
        return isLive ? style.code + text + "\u001b[0m" : text;
    }

    /** How a piece of text stands out. */
    enum Style {
        BOLD("\u001b[1m"),
        FAINT("\u001b[2m"),
        GOOD("\u001b[32m"),
        WARNING("\u001b[33m"),
        BAD("\u001b[31m");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }
}
