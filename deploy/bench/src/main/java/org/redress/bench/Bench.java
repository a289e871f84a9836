package org.redress.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.redress.local.Platform;

/**
 * {@code ./redress bench [memory|start|flow] [--json]}: measures the running platform. The exit
 * status is 0 whether the goals are met or not.
 */
public final class Bench {

    private static final int WRONG_USE = 2;
    private static final String USAGE = "Usage: ./redress bench [memory|start|flow] [--json]";
    // What the clients of Kafka log is of no interest here. Held, for a logger that nobody holds
    // forgets its level.
    private static final Logger QUIET = Logger.getLogger("");
    private static final List<String> ALL = List.of("memory", "start", "flow");

    private Bench() {}

    /** Measures what is named, or everything. */
    public static void main(String[] words) throws SQLException, JsonProcessingException {
        QUIET.setLevel(Level.WARNING);
        boolean json = Arrays.asList(words).contains("--json");
        var names = Arrays.stream(words).filter(word -> !word.equals("--json")).toList();
        if (!ALL.containsAll(names)) {
            System.err.println(USAGE);
            System.exit(names.contains("--help") || names.contains("-h") ? 0 : WRONG_USE);
        }
        var platform = Platform.of(Platform.Settings.ofCheckout(), _ -> {});
        var measurements = new Measurements(platform, System.err::println);
        if (!measurements.everythingRuns()) {
            System.err.println("The platform does not run: ./redress up starts it.");
            System.exit(1);
        }
        var figures = new ArrayList<Figure>();
        for (var name : names.isEmpty() ? ALL : names) {
            figures.addAll(
                    switch (name) {
                        case "memory" -> measurements.memory();
                        case "start" -> measurements.start();
                        default -> measurements.flow();
                    });
        }
        System.out.println(json ? json(figures) : table(figures));
        System.exit(0);
    }

    static String table(List<Figure> figures) {
        var table = new StringBuilder();
        for (var figure : figures) {
            table.append(
                    "%-34s %10.2f %-4s goal %s %.6g  %s%n"
                            .formatted(
                                    figure.name(),
                                    figure.value(),
                                    figure.unit(),
                                    figure.atLeast() ? "≥" : "≤",
                                    figure.goal(),
                                    figure.met() ? "met" : "MISSED"));
        }
        return table.toString().stripTrailing();
    }

    static String json(List<Figure> figures) throws JsonProcessingException {
        var all = new LinkedHashMap<String, Map<String, Object>>();
        for (var figure : figures) {
            all.put(
                    figure.name(),
                    Map.of(
                            "value", figure.value(),
                            "unit", figure.unit(),
                            "goal", figure.goal(),
                            "met", figure.met()));
        }
        return new ObjectMapper().writeValueAsString(all);
    }
}
