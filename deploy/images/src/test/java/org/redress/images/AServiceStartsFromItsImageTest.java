package org.redress.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.local.Answer;
import org.redress.local.Http;
import org.redress.local.Patience;
import org.redress.local.Service;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestIssuer;
import org.redress.local.testing.TestTopics;

/**
 * The five services, each in a process that has what a container would have: the image's files,
 * which nobody can change, its entry point, its environment, and from outside what {@code
 * compose.yaml} gives.
 */
class AServiceStartsFromItsImageTest {

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    @TempDir static Path folder;

    private static final Map<Service, Container> CONTAINERS = new EnumMap<>(Service.class);
    private static Surroundings surroundings;

    @BeforeAll
    static void start_all() {
        var images =
                CompletableFuture.allOf(
                        Arrays.stream(Service.values())
                                .map(each -> CompletableFuture.runAsync(() -> Built.tar(each)))
                                .toArray(CompletableFuture[]::new));
        surroundings = Surroundings.start(folder);
        images.join();
        for (var service : Service.values()) {
            CONTAINERS.put(service, Container.run(service, surroundings, folder));
        }
    }

    @AfterAll
    static void stop_all() throws IOException {
        for (var container : CONTAINERS.values()) {
            container.close();
        }
        if (surroundings != null) {
            surroundings.close();
        }
    }

    @Test
    void a_case_that_one_container_takes_in_is_known_to_all_others() throws IOException {
        for (var container : CONTAINERS.values()) {
            container.awaitReady(START_LIMIT);
        }

        HttpResponse<String> answer = register();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode registered = Answer.JSON.readTree(answer.body());
        Message assessed =
                TestTopics.await(
                        "redress.assessments",
                        registered.path("caseId").asText(),
                        "redress.case.assessed.v1");
        assertThat(assessed.json().path("severity").asText()).isEqualTo("CRITICAL");
        String number = registered.path("caseNumber").asText();
        awaitAnswer(Service.TRIAGE, "/api/v1/cases/" + number + "/assessment", "CRITICAL");
        awaitAnswer(Service.ESCALATION, "/api/v1/cases/" + number + "/handling", "RUNNING");
        awaitAnswer(
                Service.NOTIFICATION, "/api/v1/messages?caseNumber=" + number, "ESCALATION_PAGE");
        awaitAnswer(
                Service.REPORTING,
                "/api/v1/cases/" + number + "/timeline",
                "redress.case.assessed.v1");
    }

    private static void awaitAnswer(Service service, String path, String told) {
        var request =
                HttpRequest.newBuilder(URI.create(CONTAINERS.get(service).url(path)))
                        .header(
                                "Authorization",
                                "Bearer "
                                        + TestIssuer.token(
                                                "zhou.jie",
                                                Set.of("manager", "triage-officer"),
                                                "hq"));
        assertThat(Patience.sees(ANSWER_LIMIT, () -> answers(request, told)))
                .as("%s tells of %s at %s", service, told, path)
                .isTrue();
    }

    private static boolean answers(HttpRequest.Builder request, String told) {
        try {
            return Http.send(request, Duration.ofSeconds(20)).body().contains(told);
        } catch (IOException _) {
            return false;
        }
    }

    private static HttpResponse<String> register() throws IOException {
        String token = TestIssuer.token("li.na", Set.of("intake-agent"), "hq");
        return Http.send(
                HttpRequest.newBuilder(
                                URI.create(CONTAINERS.get(Service.INTAKE).url("/api/v1/cases")))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        """
                                        {"channel": "EMAIL",
                                         "customer": {"name": "Test Customer", "email": "customer@example.org", "language": "en"},
                                         "subject": "The kettle gave my mother an electric shock",
                                         "description": "She burnt her arm and is in hospital.",
                                         "flags": {"injuryOrDanger": true}}
                                        """)),
                Duration.ofSeconds(20));
    }
}
