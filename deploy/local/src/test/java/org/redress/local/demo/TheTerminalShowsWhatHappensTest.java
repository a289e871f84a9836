package org.redress.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TheTerminalShowsWhatHappensTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Row kettle = Row.first(1, "电热水壶漏电").numbered("C-20261121-000420");

    @Test
    void aLogHasALineForEachThing() {
        // given
        Narrator narrator = Narrator.on(terminal(false));
        // when
        narrator.tell(kettle.reached(Stage.REGISTERED, Duration.ofMillis(12), "by HOTLINE"));
        narrator.tell(kettle.reached(Stage.ASSESSED, Duration.ofMillis(45), "CRITICAL"));
        // then
        assertThat(lines())
                .containsExactly(
                        " 1  C-20261121-000420  电热水壶漏电                          201          12 ms  by HOTLINE",
                        " 1  C-20261121-000420  电热水壶漏电                          assessed     45 ms  CRITICAL");
    }

    @Test
    void aTerminalWritesOverTheCaseUnderWay() {
        // given
        Narrator narrator = Narrator.on(terminal(true));
        // when
        narrator.tell(kettle.reached(Stage.REGISTERED, Duration.ofMillis(12), "by HOTLINE"));
        narrator.tell(kettle.reached(Stage.ASSESSED, Duration.ofMillis(45), "CRITICAL"));
        // then: the two lines of the case were gone up, and written again
        assertThat(text()).contains("\u001b[2A\r\u001b[J").contains("CRITICAL");
    }

    @Test
    void noLineIsWiderThanTheTerminal() {
        for (int columns : new int[] {60, 80, 100, 120, 200}) {
            RowLine line = new RowLine(new Terminal(new PrintStream(shown), false, columns));
            Row row = kettle.reached(Stage.RESOLVED, Duration.ofMinutes(61), "说".repeat(300));

            assertThat(Columns.of(line.of(row))).isLessThanOrEqualTo(columns);
            assertThat(Columns.of(line.head())).isLessThanOrEqualTo(columns);
            assertThat(Columns.of(line.below(row.news()))).isLessThanOrEqualTo(columns);
        }
    }

    @Test
    void aTerminalOfEightyColumnsShowsEveryStage() {
        // given
        RowLine line = new RowLine(new Terminal(new PrintStream(shown), false, 80));
        List<String> times = new ArrayList<>();
        Row row = kettle;
        for (Stage stage : Stage.values()) {
            int millis = 100 + times.size();
            row = row.reached(stage, Duration.ofMillis(millis), "");
            times.add(millis + " ms");
        }

        // then
        assertThat(line.of(row)).containsSubsequence(times);
        for (Stage stage : Stage.values()) {
            assertThat(line.head()).contains(stage.brief());
        }
    }

    @Test
    void aTableFitsTheTerminal() {
        for (int columns : new int[] {80, 100, 120}) {
            Table table = new Table(List.of("#", "case", "unit", "ms"), 3);
            table.row(List.of("1", "电热水壶漏电，手被电麻，母亲受伤住院，要求赔偿并公开道歉", "u".repeat(44), "1"));

            assertThat(table.lines(columns))
                    .allMatch(line -> Columns.of(line) <= columns)
                    .allMatch(line -> !line.endsWith("…"));
        }
    }

    @Test
    void aCaseThatBrokeOffSaysWhy() {
        // when
        Narrator.on(terminal(false)).settle(kettle.failed("no assessment within 30 s"), List.of());
        // then
        assertThat(text()).contains("PROBLEM: no assessment within 30 s");
    }

    @Test
    void theSecondRoundShowsItsOwnTimes() {
        Row reopened =
                kettle.reached(Stage.ASSESSED, Duration.ofMillis(45), "")
                        .reached(Stage.RESOLVED, Duration.ofMillis(30), "")
                        .reopened("round 2");

        assertThat(reopened.times()).containsOnlyKeys(Stage.ASSESSED);
    }

    private Terminal terminal(boolean live) {
        return new Terminal(new PrintStream(shown, true, StandardCharsets.UTF_8), live, 140);
    }

    private List<String> lines() {
        return text().lines().toList();
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
