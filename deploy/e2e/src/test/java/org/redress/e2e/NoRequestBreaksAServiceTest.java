package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.e2e.Described.Operation;
import org.redress.local.Platform;
import org.redress.local.Service;

/**
 * Requests made up from the OpenAPI documents of all five services, right ones and wrong ones: no
 * answer is a 5xx, none takes five seconds, and each refusal is a problem that names what is wrong.
 * Each of a few clients goes so many times through all operations; {@code -Dfuzz.seed} makes up
 * other requests, {@code -Dfuzz.rounds} more.
 */
@ExtendWith(RunningPlatform.class)
class NoRequestBreaksAServiceTest {

    private static final long SEED = Long.getLong("fuzz.seed", 20_261_124);
    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private static final int CLIENTS = 4;
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 40);
    private static final int FAILURES_SHOWN = 15;

    /** Of all that it sends, as the proxy before it says: not that of the other tests. */
    private static final String ADDRESS = "192.0.2.1";

    private static final List<String> PEOPLE =
            List.of(
                    "li.na",
                    "zhao.min",
                    "chen.wei",
                    "wang.fang",
                    "admin.redress",
                    "sun.yu",
                    "wu.jing");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Platform platform;
    private final Map<String, String> failures = new ConcurrentSkipListMap<>();
    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
    private final List<String> numbers = new ArrayList<>();

    NoRequestBreaksAServiceTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void no_request_is_answered_by_a_5xx_or_late_and_every_refusal_names_what_is_wrong()
            throws Exception {
        System.out.println("fuzz.seed=" + SEED);
        var agent = Person.named("li.na", platform);
        for (int i = 0; i < 3; i++) {
            numbers.add(agent.register(Complaints.lateParcel("fuzz" + i + "@example.com")));
        }
        var documents =
                Stream.of(Service.values())
                        .map(service -> Described.of(platform, service))
                        .toList();
        assertThat(documents).allMatch(document -> !document.operations().isEmpty());

        long begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> clients =
                    IntStream.range(0, CLIENTS)
                            .mapToObj(i -> new Client(documents, new Random(SEED + i)))
                            .<Future<?>>map(threads::submit)
                            .toList();
            for (var client : clients) {
                client.get();
            }
        }

        System.out.printf(
                "fuzz: %d requests in %d s, answers %s%n",
                statuses.values().stream().mapToInt(Integer::intValue).sum(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                statuses);
        assertThat(statuses).containsKeys(200, 201, 400);
        assertThat(
                        failures.entrySet().stream()
                                .limit(FAILURES_SHOWN)
                                .map(failure -> failure.getKey() + "\n    " + failure.getValue())
                                .collect(Collectors.joining("\n")))
                .as("seed %d, %d kinds of failures", SEED, failures.size())
                .isEmpty();
    }

    /** Goes through all operations again and again, the same way for the same seed. */
    private final class Client implements Runnable {

        private final List<Described> documents;
        private final Random random;
        private final Set<String> strangers = new HashSet<>();

        Client(List<Described> documents, Random random) {
            this.documents = documents;
            this.random = random;
        }

        @Override
        public void run() {
            for (int i = 0; i < ROUNDS; i++) {
                for (var document : documents) {
                    var values = new Values(document, random);
                    document.operations().forEach(operation -> ask(document, operation, values));
                }
            }
        }

        private void ask(Described document, Operation operation, Values values) {
            var url = new StringBuilder(operation.path());
            var query = new ArrayList<String>();
            var request =
                    HttpRequest.newBuilder().timeout(AT_MOST).header("X-Forwarded-For", ADDRESS);
            for (JsonNode reference : operation.description().path("parameters")) {
                JsonNode parameter = document.resolved(reference);
                String name = parameter.path("name").asText();
                String value =
                        name.equals("number") && random.nextInt(4) > 0
                                ? numbers.get(random.nextInt(numbers.size()))
                                : values.text(parameter.path("schema"));
                switch (parameter.path("in").asText()) {
                    case "path" ->
                            replace(url, "{" + name + "}", encoded(value.isEmpty() ? "x" : value));
                    case "query" -> {
                        if (random.nextInt(3) == 0) {
                            query.add(name + "=" + encoded(value));
                        }
                    }
                    default -> {
                        if (random.nextInt(3) > 0) {
                            request.header(name, value.replaceAll("[^\\x20-\\x7e]", "x").strip());
                        }
                    }
                }
            }
            if (random.nextInt(25) == 0) {
                query.add("unheardOf=1");
            }
            JsonNode body =
                    operation
                            .description()
                            .path("requestBody")
                            .path("content")
                            .path("application/json");
            String json = body.isMissingNode() ? null : json(values.body(body.path("schema")));
            if (json != null) {
                request.header("Content-Type", "application/json");
            }
            String person = random.nextInt(20) == 0 ? "" : somebody(operation);
            if (!person.isEmpty()) {
                request.header("Authorization", "Bearer " + platform.token(person));
            }
            request.uri(
                            URI.create(
                                    platform.url(operation.service()).toString()
                                            + url
                                            + (query.isEmpty()
                                                    ? ""
                                                    : "?" + String.join("&", query))))
                    .method(
                            operation.method().toUpperCase(java.util.Locale.ROOT),
                            json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
            send(operation, request.build(), json == null ? "" : json, person);
        }

        /** Mostly somebody of whom it is not known that they may not. */
        private String somebody(Operation operation) {
            String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
            for (int i = 0; i < PEOPLE.size() && strangers.contains(person + operation); i++) {
                person = PEOPLE.get(random.nextInt(PEOPLE.size()));
            }
            return person;
        }

        private void send(Operation operation, HttpRequest request, String body, String person) {
            try {
                var answer = answer(request);
                statuses.merge(answer.status(), 1, Integer::sum);
                if (answer.status() == 403) {
                    strangers.add(person + operation);
                }
                String wrong = wrongWith(answer);
                if (!wrong.isEmpty()) {
                    fail(operation, wrong, request, answer.body() + " ← " + body);
                }
            } catch (HttpTimeoutException _) {
                fail(operation, "no answer within " + AT_MOST, request, body);
            } catch (IOException e) {
                fail(operation, "no answer: " + e, request, body);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** What was answered; of a stream, which goes on until somebody leaves, that it began. */
    private record Answer(int status, String contentType, String body) {

        static Answer of(HttpResponse<InputStream> response) throws IOException {
            var type = response.headers().firstValue("Content-Type").orElse("");
            try (var body = response.body()) {
                return new Answer(
                        response.statusCode(),
                        type,
                        type.startsWith("text/event-stream")
                                ? ""
                                : new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    /**
     * A kept connection that the service has just closed is no answer: asked once more on a new
     * one.
     */
    private static Answer answer(HttpRequest request) throws IOException, InterruptedException {
        try {
            return Answer.of(HTTP.send(request, BodyHandlers.ofInputStream()));
        } catch (HttpTimeoutException e) {
            throw e;
        } catch (IOException _) {
            return Answer.of(HTTP.send(request, BodyHandlers.ofInputStream()));
        }
    }

    private static String wrongWith(Answer answer) {
        int status = answer.status();
        if (status >= 500) {
            return "answer " + status;
        }
        if (status < 400 || answer.contentType().startsWith("text/html")) {
            return "";
        }
        try {
            JsonNode problem = JSON.readTree(answer.body());
            if (problem.path("status").asInt() != status
                    || problem.path("code").asText().isEmpty()) {
                return status + " is no problem";
            }
            return status == 400 && problem.path("violations").isEmpty()
                    ? "400 names no field"
                    : "";
        } catch (JsonProcessingException _) {
            return status + " is no problem";
        }
    }

    private void fail(Operation operation, String what, HttpRequest request, String details) {
        String shown = details + " " + request.uri();
        failures.putIfAbsent(
                operation + ": " + what, shown.substring(0, Math.min(shown.length(), 900)));
    }

    private static void replace(StringBuilder text, String what, String by) {
        int at = text.indexOf(what);
        if (at >= 0) {
            text.replace(at, at + what.length(), by);
        }
    }

    private static String json(JsonNode body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
