package org.redress.e2e.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private static final List<Scrape> SCRAPES =
            List.of(
                    scrape(0, "told_total{job=\"a\"} 10", "told_total{job=\"b\"} 90"),
                    scrape(
                            60,
                            "# HELP told_total what was told",
                            "told_total{job=\"a\"} 16",
                            "told_total{job=\"b\"} 3",
                            "age{job=\"a\",loop=\"x\"} 1.5",
                            "age{job=\"a\",loop=\"y\"} 2.5E2",
                            "age{job=\"b\",loop=\"x\"} NaN",
                            "bucket{le=\"+Inf\",path=\"/a\\\"b}\"} +Inf",
                            "plain 7"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain                                            | {}=7.0",
                "plain + 2 * 3                                    | {}=13.0",
                "(plain + 2) * 3                                  | {}=27.0",
                "1 - plain / 14                                   | {}=0.5",
                "age{job=\"a\",loop!=\"x\"}                       | {job=a, loop=y}=250.0",
                "age{loop=~\"[xz]\",job!~\"b\"}                    | {job=a, loop=x}=1.5",
                "age{none=\"\"} > 200                             | {job=a, loop=y}=250.0",
                "max by (job) (age)                               | {job=a}=250.0; {job=b}=NaN",
                "max by (job) (age) > 1                           | {job=a}=250.0",
                "sum(age{job=\"a\"})                              | {}=251.5",
                "min(age)                                         | {}=1.5",
                "count by (loop) (age)                            | {loop=x}=2.0; {loop=y}=1.0",
                "increase(told_total[5m])                         | {job=a}=6.0; {job=b}=3.0",
                "rate(told_total{job=\"a\"}[1m])                   | {job=a}=0.1",
                "increase(told_total[30s])                        | ''",
                "absent(age{job=\"c\",loop=~\"x\"})                | {job=c}=1.0",
                "absent(plain)                                    | ''",
                "age and told_total                               | ''",
                "age{loop=\"x\"} unless age{job=\"a\"}             | {job=b, loop=x}=NaN",
                "plain > 9 or age > 9                             | {job=a, loop=y}=250.0",
                "told_total / told_total == 1                     | {job=a}=1.0; {job=b}=1.0",
                "missing > 0                                      | ''",
                "bucket{path=~\".*b}\"}                            | {le=+Inf, path=/a\"b}}=Infinity",
            })
    void yields_what_prometheus_would(String expression, String result) {
        assertThat(Expression.parse(expression).over(SCRAPES).stream().map(ExpressionTest::shown))
                .containsExactlyInAnyOrder(
                        Arrays.stream(result.split("; "))
                                .filter(each -> !each.isEmpty())
                                .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "sum(a",
                "rate(a)",
                "absent(a[5m])",
                "histogram_quantile(0.9, a)",
                "a > bool 1 )",
                "a offset 5m",
                "a ^ 2",
                "{job=\"a\"}",
            })
    void what_it_cannot_read_is_refused(String expression) {
        assertThatThrownBy(() -> Expression.parse(expression))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_line_that_is_no_sample_is_refused() {
        assertThatThrownBy(() -> Scrape.read("<html>", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_knows_which_metrics_it_reads() {
        assertThat(Expression.parse("sum(rate(a[5m])) / b > 1 or absent(c)").metrics())
                .containsExactly("a", "b", "c");
    }

    private static Scrape scrape(long seconds, String... lines) {
        return new Scrape(
                NOON.plusSeconds(seconds), Scrape.read(String.join("\n", lines), Map.of()));
    }

    private static String shown(Sample sample) {
        return Stream.of(sample.series())
                        .map(TreeMap::new)
                        .map(Object::toString)
                        .findFirst()
                        .orElseThrow()
                + "="
                + sample.value();
    }
}
