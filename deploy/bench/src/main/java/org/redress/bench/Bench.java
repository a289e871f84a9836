package org.redress.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.redress.local.PartStatus;
import org.redress.local.Platform;

/**
 * {@code ./redress bench [NAME…] [--json]}: measures the running platform. On stdout is nothing but
 * the figures; the exit status is 0 whether the goals are met or not.
 */
public final class Bench {

    private static final int WRONG_USE = 2;
    // What the clients of Kafka log is of no interest here. Held, for a logger that nobody holds
    // forgets its level.
    private static final Logger QUIET = Logger.getLogger("");

    private Bench() {}

    /** Measures what is named, or what takes a few minutes. */
    public static void main(String[] words) throws SQLException, JsonProcessingException {
        QUIET.setLevel(Level.WARNING);
        var names = Arrays.stream(words).filter(word -> !word.equals("--json")).toList();
        if (names.contains("--help") || names.contains("-h")) {
            System.out.println(usage());
            return;
        }
        var unknown = names.stream().filter(name -> Measurement.of(name).isEmpty()).findFirst();
        if (unknown.isPresent()) {
            System.err.println("bench: there is nothing called " + unknown.get() + ".\n" + usage());
            System.exit(WRONG_USE);
        }
        var platform = Platform.ofCheckout();
        if (!platform.status().stream()
                .allMatch(part -> part.health() == PartStatus.Health.READY)) {
            System.err.println("The platform does not run: ./redress up starts it.");
            System.exit(1);
        }
        var stand = new Stand(platform, System.err::println);
        var figures = new ArrayList<Figure>();
        for (var measurement : chosen(names)) {
            System.err.println(measurement.word() + ": " + measurement.explanation());
            figures.addAll(measurement.way().of(stand));
        }
        boolean json = Arrays.asList(words).contains("--json");
        System.out.println(json ? json(figures) : table(figures));
        System.exit(0);
    }

    private static List<Measurement> chosen(List<String> names) {
        return names.isEmpty()
                ? Measurement.USUAL
                : names.stream().map(Measurement::of).flatMap(Optional::stream).toList();
    }

    private static String usage() {
        return "Usage: ./redress bench [NAME…] [--json], of the running platform; without a name: "
                + Measurement.USUAL.stream().map(Measurement::word).collect(Collectors.joining(" "))
                + "\n"
                + Measurement.all().stream()
                        .map(each -> "  %-9s %s".formatted(each.word(), each.explanation()))
                        .collect(Collectors.joining("\n"));
    }

    static String table(List<Figure> figures) {
        return figures.stream().map(Figure::toString).collect(Collectors.joining("\n"));
    }

    static String json(List<Figure> figures) throws JsonProcessingException {
        var all = new LinkedHashMap<String, Map<String, Object>>();
        for (var figure : figures) {
            var shown = new LinkedHashMap<String, Object>();
            shown.put("value", figure.value());
            shown.put("unit", figure.unit());
            if (figure.hasGoal()) {
                shown.put("goal", figure.goal());
                shown.put("met", figure.met());
            }
            all.put(figure.name(), shown);
        }
        return new ObjectMapper().writeValueAsString(all);
    }
}
