package org.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void a_goal_is_met_from_its_side() {
        assertThat(Figure.atLeast("a", 0.5, "", 0.5).met()).isTrue();
        assertThat(Figure.atLeast("a", 0.49, "", 0.5).met()).isFalse();
        assertThat(Figure.atMost("a", 3.1, "s", 3).met()).isFalse();
        assertThat(Figure.atMost("a", Double.NaN, "ms", 3).met()).isFalse();
    }

    @Test
    void the_json_has_value_unit_goal_and_whether_it_is_met() throws Exception {
        assertThat(Bench.json(List.of(Figure.atMost("start", 2.5, "s", 3))))
                .contains(
                        "\"start\"",
                        "\"value\":2.5",
                        "\"unit\":\"s\"",
                        "\"goal\":3.0",
                        "\"met\":true");
    }

    @Test
    void a_line_shows_figure_goal_and_ratio_and_one_that_only_explains_shows_itself() {
        assertThat(Figure.atMost("start", 6, "s", 3).toString())
                .matches("start +6\\.00 s +goal ≤ 3  2\\.00 of it  MISSED");
        assertThat(Figure.atLeast("accepted", 0.6, "", 0.5).toString()).endsWith("1.20 of it  met");
        assertThat(Figure.told("  kafka", 1.5, "ms").toString()).matches("  kafka +1\\.50 ms");
        assertThat(Figure.told("  kafka", 1.5, "ms").hasGoal()).isFalse();
    }

    @Test
    void what_has_no_goal_has_none_in_the_json() throws Exception {
        assertThat(Bench.json(List.of(Figure.told("kafka", 1.5, "ms"))))
                .isEqualTo("{\"kafka\":{\"value\":1.5,\"unit\":\"ms\"}}");
    }

    @Test
    void every_measurement_is_found_by_its_word() {
        assertThat(Measurement.all())
                .extracting(Measurement::word)
                .doesNotHaveDuplicates()
                .allSatisfy(word -> assertThat(Measurement.of(word)).isPresent());
        assertThat(Measurement.of("speed")).isEmpty();
    }

    @Test
    void the_command_line_names_what_can_be_measured() {
        assertThat(Bench.commandLine().parseArgs("flow", "--json").hasMatchedOption("--json"))
                .isTrue();
        assertThat(Bench.commandLine().getUsageMessage()).contains("flow", "profile");
        assertThatThrownBy(() -> Bench.commandLine().parseArgs("speed"))
                .hasMessageContaining("'speed'");
    }

    @Test
    void processor_time_is_counted_by_part_and_without_the_load_generator() {
        var before = new CpuTimes(Map.of("intake", 100.0, "the load generator", 5.0));
        var after = new CpuTimes(Map.of("intake", 160.0, "kafka", 40.0, "the load generator", 9.0));
        var spent = after.since(before);
        assertThat(spent.of("intake")).isEqualTo(60);
        assertThat(spent.total()).isEqualTo(100);
        assertThat(spent.per("case", 10, 15).getFirst())
                .isEqualTo(Figure.atMost("CPU per case, all processes", 10, "ms", 15));
    }
}
