package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestBroker;
import org.redress.local.testing.TestTopics;

@WithInfrastructure
class KafkaAwayTest {

    private final Things things;

    @TestHTTPResource("/q/health/")
    URI health;

    KafkaAwayTest(Things things) {
        this.things = things;
    }

    @Test
    void a_service_without_kafka_stays_in_rotation_and_alive_and_goes_on_when_it_is_back()
            throws Exception {
        // given
        assertThat(status("ready")).isEqualTo(200);

        // when
        TestBroker.stop();
        try {
            // then
            await().during(Duration.ofSeconds(6))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> status("ready") == 200 && status("live") == 200);
        } finally {
            TestBroker.start();
        }
        var key = UuidCreator.getTimeOrderedEpoch().toString();
        TestTopics.publish("things", key, Envelopes.MADE, "{\"name\":\"after\"}");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(things.effects(key)).containsExactly("after"));
    }

    private int status(String group) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(health.resolve(group)).build(),
                            BodyHandlers.ofString());
            assertThat(answer.body()).contains("checks");
            return answer.statusCode();
        }
    }
}
