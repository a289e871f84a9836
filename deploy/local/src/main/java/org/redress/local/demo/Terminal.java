package org.redress.local.demo;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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

    /** The terminal of this process, or the file or pipe in its place. */
    static Terminal ofProcess(Map<String, String> environment) {
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        boolean live =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                        && !environment.getOrDefault("TERM", "dumb").equals("dumb")
                        && !environment.containsKey("NO_COLOR");
        return new Terminal(out, live, columns(environment, live));
    }

    private static int columns(Map<String, String> environment, boolean live) {
        int columns =
                number(environment.getOrDefault("COLUMNS", ""))
                        .orElseGet(() ->
                                live ? number(sizeByStty()).orElse(USUAL_COLUMNS) : LOG_COLUMNS);
        return Math.max(columns, LEAST_COLUMNS);
    }

    /** The second word of {@code stty size}, which asks the terminal itself. */
    private static String sizeByStty() {
        try {
            Process stty =
                    new ProcessBuilder("stty", "size").redirectInput(Redirect.INHERIT).start();
            String answer =
                    new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.strip().replaceFirst("^\\d+ ", "");
        } catch (IOException _) {
            return "";
        }
    }

    private static OptionalInt number(String text) {
        return text.matches("[1-9]\\d{0,3}")
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
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
