package org.redress.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.redress.local.Platform;
import org.redress.local.Redress;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code ./redress bench [NAME…] [--json]}: measures the running platform. On stdout is nothing but
 * the figures; the exit status is 0 whether the goals are met or not.
 */
@Command(
        name = "./redress bench",
        description = "Measures the running platform.",
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {

    @Parameters(paramLabel = "NAME")
    private List<Measurement> chosen = new ArrayList<>();

    @Option(names = "--json", description = "the figures as JSON")
    private boolean json;

    /** Measures what is named, or what takes a few minutes. */
    public static void main(String[] words) {
        System.exit(commandLine().execute(words));
    }

    static CommandLine commandLine() {
        var line =
                Redress.commandLine(new Bench(), CommandLine.ExitCode.SOFTWARE)
                        .registerConverter(Measurement.class, Bench::measurement);
        line.getCommandSpec().usageMessage().footer(footer());
        return line;
    }

    private static Measurement measurement(String word) {
        return Measurement.of(word)
                .orElseThrow(() -> new TypeConversionException("there is nothing called " + word));
    }

    private static String footer() {
        return Measurement.all().stream()
                        .map(each -> "  %-9s %s".formatted(each.word(), each.explanation()))
                        .collect(Collectors.joining("%n"))
                + "%nWithout a name: "
                + Measurement.USUAL.stream()
                        .map(Measurement::word)
                        .collect(Collectors.joining(" "));
    }

    @Override
    public Integer call() throws SQLException, JsonProcessingException {
        var platform = Platform.ofCheckout();
        platform.requireReady();
        var stand = new Stand(platform, System.err::println);
        var all = new ArrayList<Figure>();
        for (var measurement : chosen.isEmpty() ? Measurement.USUAL : chosen) {
            System.err.println(measurement.word() + ": " + measurement.explanation());
            var figures = measurement.way().of(stand);
            if (!json) {
                System.out.println(table(figures));
            }
            all.addAll(figures);
        }
        if (json) {
            System.out.println(json(all));
        }
        return 0;
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
