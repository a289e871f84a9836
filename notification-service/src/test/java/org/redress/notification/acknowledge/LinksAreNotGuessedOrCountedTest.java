package org.redress.notification.acknowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.redress.notification.WithNotification;

/** Who tries link after link is slowed down, and no link is seen in the metrics. */
@WithNotification
class LinksAreNotGuessedOrCountedTest {
    private static final int MANY = 330;

    @Inject MeterRegistry metrics;

    @Test
    void guessing_is_slowed_down_and_leaves_no_link_in_the_metrics() throws Exception {
        // given: an address of its own, so that no other test pays for it
        try (var stranger =
                HttpClient.newBuilder().localAddress(InetAddress.getByName("127.0.0.9")).build()) {
            // when
            var statuses = new ArrayList<Integer>();
            for (var guess = 0; guess < MANY; guess++) {
                var request =
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://127.0.0.1:%d/a/1.guessed%d.x"
                                                        .formatted(port(), guess)))
                                .build();
                statuses.add(
                        stranger.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode());
            }

            // then
            assertThat(statuses).contains(404, 429);
        }
        assertThat(metrics.getMeters().stream().map(Meter::getId).map(Object::toString))
                .noneMatch(id -> id.contains("guessed"));
    }

    private static int port() {
        return RestAssured.port;
    }
}
