package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ATableIsAsWideAsItLooksTest {

    @ParameterizedTest
    @CsvSource({"kettle, 6", "电热水壶, 8", "AP-300净化器, 12", "“老不死的”, 10", "（急）, 6", "、, 2"})
    void a_chinese_character_takes_two_columns(String text, int columns) {
        assertThat(Table.width(text)).isEqualTo(columns);
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
    void a_text_is_cut_or_filled_to_its_columns(String text, int columns, String shown) {
        assertThat(Table.padded(text, columns)).isEqualTo(shown);
        assertThat(Table.width(Table.padded(text, columns))).isEqualTo(columns);
    }

    @Test
    void words_stand_to_the_left_and_figures_to_the_right() {
        // given
        Table table = new Table("#", "case", "total");
        table.row(1, "电热水壶", "45 ms");
        table.row(10, "kettle", "–");
        // then
        assertThat(table.lines(120))
                .containsExactly(" #  case      total", " 1  电热水壶  45 ms", "10  kettle        –");
    }

    @Test
    void a_table_fits_the_terminal_and_no_figure_is_cut() {
        for (int columns : new int[] {60, 80, 120}) {
            Table table = new Table("#", "case", "unit", "ms");
            table.row(1, "电热水壶漏电，手被电麻，母亲受伤住院，要求赔偿并公开道歉", "u".repeat(44), "1234567");

            assertThat(table.lines(columns))
                    .allMatch(line -> Table.width(line) <= columns)
                    .last()
                    .asString()
                    .endsWith("1234567");
        }
    }
}
