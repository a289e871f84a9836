package org.redress.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.redress.local.Platform;
import org.redress.local.Service;
import org.redress.local.Topics;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestTopics;

/** Where words can be read that somebody said: in every database, topic, log and metric. */
record Traces(Platform platform) {

    /**
     * {@code word in database.table} for every table of the ten databases in which one of the words
     * stands clear.
     */
    List<String> inDatabases(List<String> words) {
        List<String> found = new ArrayList<>();
        for (Service service : Service.values()) {
            found.addAll(in(platform.database(service.id()), words));
            found.addAll(in(platform.database(service.keys()), words));
        }
        return found;
    }

    /** What is on all topics now, dead letters and retries included, by their names. */
    static Map<String, String> topics() {
        Map<String, String> content = new HashMap<>();
        for (String topic : Topics.ofContract().names()) {
            StringBuilder all = new StringBuilder();
            for (Message message : TestTopics.read(topic)) {
                all.append(lower(message.text() + message.key() + message.headers())).append('\n');
            }
            content.put(topic, all.toString());
        }
        return content;
    }

    /** Those of the topics in whose records the word stands. */
    static List<String> in(Map<String, String> topics, String word) {
        return topics.keySet().stream()
                .filter(topic -> topics.get(topic).contains(lower(word)))
                .toList();
    }

    /** The same of the logs of all processes. */
    List<String> inLogs(List<String> words) {
        try (Stream<Path> logs = Files.list(platform.logs())) {
            return logs.filter(Files::isRegularFile)
                    .flatMap(log -> of(words, log.getFileName().toString(), content(log)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of the metrics of all services. */
    List<String> inMetrics(List<String> words) {
        return Stream.of(Service.values())
                .flatMap(service -> of(words, service.id(), metrics(service)))
                .toList();
    }

    /** How many keys of these subjects there still are in all keys' databases. */
    int keysOf(List<String> subjects) {
        int keys = 0;
        for (Service service : Service.values()) {
            keys += keysOf(subjects, platform.database(service.keys()));
        }
        return keys;
    }

    private static int keysOf(List<String> subjects, Platform.Database database) {
        try (var connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(), database.user(), database.password());
                var query =
                        connection.prepareStatement(
                                "select count(*) from subject_key where wrapped is not null"
                                        + " and subject::text = any (?)")) {
            query.setArray(1, connection.createArrayOf("text", subjects.toArray()));
            var count = query.executeQuery();
            count.next();
            return count.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException("in " + database, e);
        }
    }

    /** A row as text has its bytes in hexadecimal, so one search reads columns of every type. */
    private static List<String> in(Platform.Database database, List<String> words) {
        List<String> found = new ArrayList<>();
        try (var connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            var names =
                    statement.executeQuery(
                            "select format('%I.%I', schemaname, tablename) from pg_tables"
                                    + " where schemaname not in ('pg_catalog', 'information_schema')");
            while (names.next()) {
                tables.add(names.getString(1));
            }
            for (String table : tables) {
                var rows =
                        statement.executeQuery(
                                "select lower(r::text) from %s as r".formatted(table));
                var all = new StringBuilder();
                while (rows.next()) {
                    all.append(rows.getString(1)).append('\n');
                }
                String place = database.user() + "." + table;
                of(words, place, all.toString()).forEach(found::add);
                words.stream()
                        .filter(word -> all.indexOf(hexadecimal(word)) >= 0)
                        .map(word -> word + " in bytes of " + place)
                        .forEach(found::add);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("in " + database, e);
        }
        return found;
    }

    /** Those of the words that stand in a text that was found at this place. */
    private static Stream<String> of(List<String> words, String place, String text) {
        String content = lower(text);
        return words.stream()
                .filter(word -> content.contains(lower(word)))
                .map(word -> word + " in " + place);
    }

    private static String content(Path log) {
        try {
            return new String(Files.readAllBytes(log), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String metrics(Service service) {
        return Person.exchange(
                        HttpRequest.newBuilder(
                                URI.create(platform.management(service) + "/q/metrics")))
                .body();
    }

    private static String hexadecimal(String word) {
        return HexFormat.of().formatHex(word.getBytes(UTF_8));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
