package org.redress.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.redress.demo.Times;
import org.redress.local.Http;
import org.redress.local.KafkaLogin;
import org.redress.local.Listener;
import org.redress.local.Service;
import org.redress.local.Unchecked;

/**
 * Escalation's timer among a million armed clocks: how late those that are due are told, how fast
 * it gets through many that are due at once, and what it costs to prove that nothing was left out.
 */
final class Clocks {

    private static final int IN_A_SECOND = 1_000;
    private static final int AT_ONCE = 30_000;

    /** The timer sees what others have set within five seconds. */
    private static final Duration AHEAD = Duration.ofSeconds(20);

    private static final Duration BOUND = Duration.ofMinutes(5);

    /** In which whatever were told twice would have come. */
    private static final Duration A_WHILE = Duration.ofSeconds(10);

    private static final Duration TWO_ROUNDS = Duration.ofSeconds(125);

    private final Stand stand;
    private final Million million;
    private final Heard heard;
    private int due;

    private Clocks(Stand stand, Million million, Heard heard) {
        this.stand = stand;
        this.million = million;
        this.heard = heard;
    }

    static List<Figure> measure(Stand stand) throws SQLException {
        stand.drain();
        try (var million = Million.armed(stand);
                var heard = new Heard(stand.platform().kafka(KafkaLogin.ADMIN))) {
            return new Clocks(stand, million, heard).measure();
        }
    }

    private List<Figure> measure() throws SQLException {
        stand.tell("warming up");
        drained();
        double drained = drained();
        var lags = new Times(lags());
        Stand.pause(A_WHILE);
        stand.tell("the reconciler looks twice");
        Stand.pause(TWO_ROUNDS);
        return List.of(
                Figure.atMost("clocks: due → on the topic, p50", lags.millis(50), "ms", 50),
                Figure.atMost("clocks: due → on the topic, p99", lags.millis(99), "ms", 1000),
                Figure.atMost("clocks: lost", due - heard.clocks.size(), "", 0),
                Figure.atMost("clocks: told twice", heard.twice.get(), "", 0),
                Figure.atLeast("clocks: drained with their events", drained, "/s", 3000),
                Figure.atMost("reconciler over a million clocks", reconciler(), "s", 1));
    }

    private List<Duration> lags() throws SQLException {
        stand.tell("%,d fall due in one second".formatted(IN_A_SECOND));
        var from = soon();
        million.warn(IN_A_SECOND, from, false);
        await(IN_A_SECOND);
        return heard.clocks.values().stream()
                .filter(told -> !told.due.isBefore(from))
                .map(told -> Duration.between(told.due, told.at))
                .toList();
    }

    /** How many a second, of as many as fall due at once. */
    private double drained() throws SQLException {
        stand.tell("%,d fall due at once".formatted(AT_ONCE));
        var from = soon();
        million.warn(AT_ONCE, from, true);
        await(AT_ONCE);
        var last = heard.clocks.values().stream().map(Told::at).max(Instant::compareTo);
        return AT_ONCE / Stand.seconds(Duration.between(from, last.orElseThrow()));
    }

    private static Instant soon() {
        return Clock.systemUTC().instant().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
    }

    private void await(int more) {
        due += more;
        long end = System.nanoTime() + BOUND.toNanos();
        while (heard.clocks.size() < due && System.nanoTime() < end) {
            Stand.pause(Duration.ofMillis(100));
        }
    }

    /** The longest of its latest looks. */
    private double reconciler() {
        var metrics = stand.platform().management(Service.ESCALATION) + "/q/metrics";
        var page =
                Unchecked.get(() ->
                        Http.send(
                                HttpRequest.newBuilder(URI.create(metrics)),
                                Duration.ofSeconds(10)));
        return page.body()
                .lines()
                .filter(line -> line.startsWith("reconciler_look_seconds_max"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .max()
                .orElse(Double.NaN);
    }

    /** A clock that has warned: when it should have, and when its event was on the topic. */
    private record Told(Instant due, Instant at) {}

    /** Hears what the million's clocks tell. */
    private static final class Heard implements AutoCloseable {

        private static final ObjectMapper JSON = new ObjectMapper();

        final Map<String, Told> clocks = new ConcurrentHashMap<>();
        final AtomicInteger twice = new AtomicInteger();
        private final Listener listener;

        Heard(KafkaLogin login) {
            listener = new Listener(login, this::note, "redress.handling");
        }

        private void note(ConsumerRecord<String, byte[]> message) {
            var type = message.headers().lastHeader("ce_type");
            if (type == null
                    || !new String(type.value(), StandardCharsets.UTF_8)
                            .equals("redress.clock.warned.v1")) {
                return;
            }
            var warned = read(message.value());
            if (warned.path("caseNumber").asText().startsWith(Million.NUMBERS)) {
                var told =
                        new Told(
                                Instant.parse(warned.path("warnAt").asText()),
                                Instant.ofEpochMilli(message.timestamp()));
                if (clocks.putIfAbsent(warned.path("clockId").asText(), told) != null) {
                    twice.incrementAndGet();
                }
            }
        }

        private static JsonNode read(byte[] json) {
            return Unchecked.get(() -> JSON.readTree(json));
        }

        @Override
        public void close() {
            listener.close();
        }
    }
}
