package org.redress.escalation.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.local.testing.TestIssuer;
import org.threeten.extra.MutableClock;

/** Who looks at a list hears what changes in it, whichever replica changes it. */
@WithEscalation
class ListsAreLiveTest {

    private static final String UNIT = "hq/public-relations";

    @TestHTTPResource("/api/v1/handlings/changes")
    URI changes;

    @Inject Jdbi jdbi;
    @Inject MutableClock clock;

    @Test
    void a_unit_hears_of_its_cases_of_those_it_gives_away_and_of_no_others() throws Exception {
        try (var client = HttpClient.newHttpClient();
                var ours = listening(client, UNIT);
                var others = listening(client, "hq/finance")) {
            CaseStory story = CaseStory.assigned("LOW", UNIT);
            hears(ours, story);

            clock.add(Duration.ofMinutes(1));
            ours.heard.clear();
            story.accept().statusCode(200);
            hears(ours, story);

            clock.add(Duration.ofMinutes(1));
            ours.heard.clear();
            story.does("chen.wei", "handler", "return", Map.of("reason", "Not ours."))
                    .statusCode(200);
            hears(ours, story);

            clock.add(Duration.ofMinutes(1));
            ours.heard.clear();
            anotherReplicaChanges(story);
            hears(ours, story);
            assertThat(others.heard).noneMatch(line -> line.contains(story.number()));
        }
    }

    private void anotherReplicaChanges(CaseStory story) {
        jdbi.useHandle(handle ->
                handle.execute(
                        "update handling set version = version + 1, changed_at = ? where case_number = ?",
                        clock.instant(),
                        story.number()));
    }

    private static void hears(Listening listener, CaseStory story) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(listener.heard)
                                .anyMatch(line ->
                                        line.startsWith("data:") && line.contains(story.number())));
    }

    /** What somebody of the unit hears. */
    private record Listening(Stream<String> lines, List<String> heard) implements AutoCloseable {
        @Override
        public void close() {
            lines.close();
        }
    }

    private Listening listening(HttpClient client, String unit)
            throws IOException, InterruptedException {
        HttpResponse<Stream<String>> answer =
                client.send(
                        HttpRequest.newBuilder(changes)
                                .header(
                                        "Authorization",
                                        "Bearer "
                                                + TestIssuer.token(
                                                        "yuan.mei", Set.of("manager"), unit))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        var heard = new CopyOnWriteArrayList<String>();
        Thread.ofVirtual().start(() -> answer.body().forEach(heard::add));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> heard.contains("event: reload") || heard.contains("event:reload"));
        return new Listening(answer.body(), heard);
    }
}
