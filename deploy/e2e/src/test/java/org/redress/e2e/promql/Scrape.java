package org.redress.e2e.promql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What was exported at a moment. */
public record Scrape(Instant at, List<Sample> samples) {

    private static final Pattern LINE =
            Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})?\\s+(\\S+)(?:\\s+\\d+)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    public Scrape {
        samples = List.copyOf(samples);
    }

    /** What a target exported, in Prometheus's text format, with the labels of the target. */
    public static List<Sample> read(String text, Map<String, String> target) {
        var samples = new ArrayList<Sample>();
        for (var line : text.lines().filter(each -> !each.startsWith("#")).toList()) {
            var matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("no sample: " + line);
            }
            var labels = new HashMap<>(target);
            labels.put(Sample.NAME, matcher.group(1));
            if (matcher.group(2) != null) {
                var label = LABEL.matcher(matcher.group(2));
                while (label.find()) {
                    labels.put(label.group(1), label.group(2).replaceAll("\\\\(.)", "$1"));
                }
            }
            samples.add(new Sample(labels, number(matcher.group(3))));
        }
        return samples;
    }

    /** The same, but for these samples. */
    public Scrape with(Predicate<Sample> which, UnaryOperator<Sample> change) {
        return new Scrape(
                at,
                samples.stream()
                        .map(each -> which.test(each) ? change.apply(each) : each)
                        .toList());
    }

    /** The same and these. */
    public Scrape and(List<Sample> more) {
        return new Scrape(at, Stream.concat(samples.stream(), more.stream()).toList());
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
