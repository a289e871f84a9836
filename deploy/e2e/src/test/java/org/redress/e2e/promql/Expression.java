package org.redress.e2e.promql;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An expression, and what it yields over scrapes, the last of which is now. */
public sealed interface Expression {

    /** What it yields. */
    List<Sample> over(List<Scrape> scrapes);

    /** The names of the metrics that it reads. */
    Stream<String> metrics();

    /** The expression that this text is. */
    static Expression parse(String text) {
        return new Parser(text).expression();
    }

    record Literal(double value) implements Expression {
        @Override
        public List<Sample> over(List<Scrape> scrapes) {
            return List.of(new Sample(Map.of(), value));
        }

        @Override
        public Stream<String> metrics() {
            return Stream.empty();
        }
    }

    /** {@code =}, {@code !=}, {@code =~}, {@code !~}; a missing label is an empty one. */
    record Matcher(String label, String operator, String value) {
        boolean matches(Sample sample) {
            var actual = sample.labels().getOrDefault(label, "");
            return switch (operator) {
                case "=" -> actual.equals(value);
                case "!=" -> !actual.equals(value);
                case "=~" -> Pattern.matches(value, actual);
                case "!~" -> !Pattern.matches(value, actual);
                default -> throw new IllegalStateException(operator);
            };
        }
    }

    record Selector(String name, List<Matcher> matchers, Optional<Duration> range)
            implements Expression {

        @Override
        public List<Sample> over(List<Scrape> scrapes) {
            return in(scrapes.getLast());
        }

        List<Sample> in(Scrape scrape) {
            return scrape.samples().stream()
                    .filter(each -> each.name().equals(name))
                    .filter(each -> matchers.stream().allMatch(matcher -> matcher.matches(each)))
                    .toList();
        }

        /** The scrapes that lie within the range before now. */
        List<Scrape> window(List<Scrape> scrapes) {
            var from = scrapes.getLast().at().minus(range.orElseThrow());
            return scrapes.stream().filter(each -> !each.at().isBefore(from)).toList();
        }

        @Override
        public Stream<String> metrics() {
            return Stream.of(name);
        }
    }

    /** {@code rate} and {@code increase}: what was counted between scrapes, resets included. */
    record Growth(Selector counter, boolean perSecond) implements Expression {

        @Override
        public List<Sample> over(List<Scrape> scrapes) {
            var window = counter.window(scrapes);
            var seconds =
                    Duration.between(window.getFirst().at(), window.getLast().at()).toMillis()
                            / 1e3;
            var last = new LinkedHashMap<Map<String, String>, Double>();
            var grown = new LinkedHashMap<Map<String, String>, Double>();
            for (var scrape : window) {
                for (var sample : counter.in(scrape)) {
                    var before = last.put(sample.series(), sample.value());
                    if (before != null) {
                        var more = sample.value() - (sample.value() < before ? 0 : before);
                        grown.merge(sample.series(), more, Double::sum);
                    }
                }
            }
            return grown.entrySet().stream()
                    .map(each ->
                            new Sample(
                                    each.getKey(),
                                    perSecond ? each.getValue() / seconds : each.getValue()))
                    .toList();
        }

        @Override
        public Stream<String> metrics() {
            return counter.metrics();
        }
    }

    record Absent(Selector selector) implements Expression {

        @Override
        public List<Sample> over(List<Scrape> scrapes) {
            var equal =
                    selector.matchers().stream()
                            .filter(each -> each.operator().equals("="))
                            .collect(toMap(Matcher::label, Matcher::value));
            return selector.over(scrapes).isEmpty() ? List.of(new Sample(equal, 1)) : List.of();
        }

        @Override
        public Stream<String> metrics() {
            return selector.metrics();
        }
    }

    record Aggregate(String operator, List<String> by, Expression inner) implements Expression {

        @Override
        public List<Sample> over(List<Scrape> scrapes) {
            return inner.over(scrapes).stream()
                    .collect(
                            groupingBy(
                                    each -> each.only(by),
                                    LinkedHashMap::new,
                                    collectingAndThen(toList(), this::fold)))
                    .entrySet()
                    .stream()
                    .map(each -> new Sample(each.getKey(), each.getValue()))
                    .toList();
        }

        private double fold(List<Sample> samples) {
            var values = samples.stream().mapToDouble(Sample::value);
            return switch (operator) {
                case "sum" -> values.sum();
                case "max" -> values.filter(each -> !Double.isNaN(each)).max().orElse(Double.NaN);
                case "min" -> values.filter(each -> !Double.isNaN(each)).min().orElse(Double.NaN);
                case "count" -> samples.size();
                default -> throw new IllegalStateException(operator);
            };
        }

        @Override
        public Stream<String> metrics() {
            return inner.metrics();
        }
    }

    record Binary(String operator, Expression left, Expression right) implements Expression {

        @Override
        public List<Sample> over(List<Scrape> scrapes) {
            var ours = left.over(scrapes);
            var theirs = right.over(scrapes);
            return switch (operator) {
                case "and" -> thoseOf(ours, theirs, true);
                case "unless" -> thoseOf(ours, theirs, false);
                case "or" ->
                        Stream.concat(ours.stream(), thoseOf(theirs, ours, false).stream())
                                .toList();
                case "+" -> combined(ours, theirs, Double::sum);
                case "-" -> combined(ours, theirs, (a, b) -> a - b);
                case "*" -> combined(ours, theirs, (a, b) -> a * b);
                case "/" -> combined(ours, theirs, (a, b) -> a / b);
                default -> compared(ours, theirs);
            };
        }

        private List<Sample> compared(List<Sample> ours, List<Sample> theirs) {
            var kept = new ArrayList<Sample>();
            pairs(ours, theirs)
                    .forEach((one, other) -> {
                        if (holds(one.value(), other.value())) {
                            kept.add(one);
                        }
                    });
            return kept;
        }

        private boolean holds(double one, double other) {
            return switch (operator) {
                case ">" -> one > other;
                case "<" -> one < other;
                case ">=" -> one >= other;
                case "<=" -> one <= other;
                case "==" -> one == other;
                case "!=" -> one != other;
                default -> throw new IllegalStateException(operator);
            };
        }

        private List<Sample> combined(
                List<Sample> ours, List<Sample> theirs, DoubleBinaryOperator operation) {
            var results = new ArrayList<Sample>();
            pairs(ours, theirs)
                    .forEach((one, other) -> {
                        var series = left instanceof Literal ? other.series() : one.series();
                        results.add(
                                new Sample(
                                        series,
                                        operation.applyAsDouble(one.value(), other.value())));
                    });
            return results;
        }

        /** A number goes with each sample; samples go with the one of the same labels. */
        private Map<Sample, Sample> pairs(List<Sample> ours, List<Sample> theirs) {
            var pairs = new LinkedHashMap<Sample, Sample>();
            for (var one : ours) {
                for (var other : theirs) {
                    if (left instanceof Literal
                            || right instanceof Literal
                            || one.series().equals(other.series())) {
                        pairs.put(one, other);
                    }
                }
            }
            return pairs;
        }

        /** Those that have, or have not, one of the same labels among the others. */
        private static List<Sample> thoseOf(
                List<Sample> samples, List<Sample> others, boolean having) {
            var series = others.stream().map(Sample::series).collect(toSet());
            return samples.stream()
                    .filter(each -> series.contains(each.series()) == having)
                    .toList();
        }

        @Override
        public Stream<String> metrics() {
            return Stream.concat(left.metrics(), right.metrics());
        }
    }
}
