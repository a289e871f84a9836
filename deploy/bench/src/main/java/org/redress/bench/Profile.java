package org.redress.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.redress.local.Service;
import org.redress.local.Unchecked;

/**
 * Where the time goes under load: a recording of each service for JDK Mission Control, the frames
 * that were on top of its stacks most often, and the dearest statements of all databases.
 */
final class Profile {

    private static final Duration LOAD = Duration.ofSeconds(60);
    private static final int DEAREST = 10;

    private Profile() {}

    static List<Figure> measure(Stand stand) throws SQLException {
        stand.warmUp(Flow.CLIENTS);
        var folder = stand.platform().logs().resolveSibling("profiles");
        var figures = new ArrayList<Figure>();
        try (var statements = new Statements(stand.platform())) {
            for (var service : Service.values()) {
                jcmd(stand, service, "JFR.start", "name=bench", "settings=profile");
            }
            statements.reset();
            Load.closed(Flow.CLIENTS, LOAD, new FrontEnd(stand.platform())::register);
            stand.settle();
            Files.createDirectories(folder);
            for (var service : Service.values()) {
                var file = folder.resolve(service.id() + ".jfr");
                jcmd(stand, service, "JFR.stop", "name=bench", "filename=" + file);
                figures.addAll(dearestFrames(service, file));
            }
            for (var cost : statements.dearest("", 2 * DEAREST)) {
                figures.add(
                        Figure.told(
                                "%s: %s".formatted(cost.database(), shortened(cost.sql())),
                                cost.totalMillis(),
                                "ms"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stand.tell("the recordings are in " + folder);
        return figures;
    }

    /** The share of samples of running Java code in which a method was on top. */
    private static List<Figure> dearestFrames(Service service, Path recording) throws IOException {
        Map<String, Integer> tops = new HashMap<>();
        int samples = 0;
        try (var events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample")
                        && event.getStackTrace() != null) {
                    samples++;
                    tops.merge(name(event.getStackTrace().getFrames().getFirst()), 1, Integer::sum);
                }
            }
        }
        double all = samples;
        return tops.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(DEAREST)
                .map(top ->
                        Figure.told(
                                service.id() + ": " + top.getKey(),
                                100 * top.getValue() / all,
                                "%"))
                .toList();
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private static String shortened(String sql) {
        return sql.length() <= 90 ? sql : sql.substring(0, 89) + "…";
    }

    private static void jcmd(Stand stand, Service service, String... words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        command.add("" + stand.pid(service.id()));
        command.addAll(List.of(words));
        var jcmd =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        if (Unchecked.get(() -> jcmd.start().waitFor()) != 0) {
            throw new IllegalStateException("No profile of " + service.id() + ": " + command);
        }
    }
}
