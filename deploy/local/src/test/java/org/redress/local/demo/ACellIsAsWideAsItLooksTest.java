package org.redress.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ACellIsAsWideAsItLooksTest {

    @ParameterizedTest
    @CsvSource({
        "kettle, 6",
        "电热水壶, 8",
        "AP-300净化器, 12",
        "“老不死的”, 10",
        "（急）, 6",
        "한국, 4",
        "e\u0301, 1",
        "🔥, 2"
    })
    void aWideCharacterTakesTwoColumns(String text, int columns) {
        assertThat(Columns.of(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({
        "kettle, 10, 'kettle    '",
        "kettle, 6, kettle",
        "kettle, 4, ket…",
        "电热水壶, 8, 电热水壶",
        "电热水壶, 6, '电热… '",
        "电热水壶, 5, 电热…",
        "电热水壶, 1, …"
    })
    void aTextIsCutOrFilledToItsColumns(String text, int columns, String shown) {
        assertThat(Columns.left(text, columns)).isEqualTo(shown);
        assertThat(Columns.of(Columns.left(text, columns))).isEqualTo(columns);
    }

    @Test
    void figuresStandToTheRight() {
        assertThat(Columns.right("45 ms", 8)).isEqualTo("   45 ms");
    }

    @Test
    void aLongTextIsBrokenAtASpaceOrWhereTheLineEnds() {
        assertThat(Columns.wrapped("because the kettle shocks", 14))
                .containsExactly("because the", "kettle shocks");
        assertThat(Columns.wrapped("有人受伤或有危险", 6)).containsExactly("有人", "受伤", "或有", "危险");
        assertThat(Columns.wrapped("short", 14)).containsExactly("short");
    }

    @Test
    void theColumnsOfATableStandBelowEachOther() {
        // given
        Table table = new Table(List.of("#", "case", "total"), 2);
        table.row(List.of("1", "电热水壶", "45 ms"));
        table.row(List.of("10", "kettle", "1.2 s"));
        // when
        var lines = table.lines(120);
        // then
        assertThat(lines)
                .containsExactly(
                        " #  case      total",
                        "──  ────────  ─────",
                        " 1  电热水壶  45 ms",
                        "10  kettle    1.2 s");
    }
}
