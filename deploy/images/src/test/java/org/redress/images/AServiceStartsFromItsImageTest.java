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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.local.Answer;
import org.redress.local.Http;
import org.redress.local.Service;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestIssuer;
import org.redress.local.testing.TestTopics;

/**
 * Intake and triage, each in a process that has what a container would have: the image's files,
 * which nobody can change, its entry point, its environment, and from outside what {@code
 * compose.yaml} gives.
 */
class AServiceStartsFromItsImageTest {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    @TempDir static Path folder;

    private static Surroundings surroundings;
    private static Container intake;
    private static Container triage;

    @BeforeAll
    static void start_both() {
        var images =
                CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> Built.tar(Service.INTAKE)),
                        CompletableFuture.runAsync(() -> Built.tar(Service.TRIAGE)));
        surroundings = Surroundings.start(folder);
        images.join();
        intake = Container.run(Service.INTAKE, surroundings, folder);
        triage = Container.run(Service.TRIAGE, surroundings, folder);
    }

    @AfterAll
    static void stop_all() {
        for (AutoCloseable running : new AutoCloseable[] {intake, triage, surroundings}) {
            if (running != null) {
                try {
                    running.close();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    @Test
    void a_case_that_one_container_takes_in_is_assessed_by_the_other() throws IOException {
        intake.awaitReady(START_LIMIT);
        triage.awaitReady(START_LIMIT);

        HttpResponse<String> answer = register();

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode registered = Answer.JSON.readTree(answer.body());
        Message assessed =
                TestTopics.await(
                        "redress.assessments",
                        registered.path("caseId").asText(),
                        "redress.case.assessed.v1");
        assertThat(assessed.json().path("severity").asText()).isEqualTo("CRITICAL");
    }

    private static HttpResponse<String> register() throws IOException {
        String token = TestIssuer.token("li.na", Set.of("intake-agent"), "hq");
        return Http.send(
                HttpRequest.newBuilder(URI.create(intake.url("/api/v1/cases")))
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
