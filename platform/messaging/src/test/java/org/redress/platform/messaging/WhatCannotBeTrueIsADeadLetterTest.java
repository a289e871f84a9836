package org.redress.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.local.testing.TestTopics.publish;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestTopics;

@WithInfrastructure
class WhatCannotBeTrueIsADeadLetterTest {

    private static final Duration BOUND = Duration.ofSeconds(30);

    private final String key = UuidCreator.getTimeOrderedEpoch().toString();
    private final Things things;

    WhatCannotBeTrueIsADeadLetterTest(Things things) {
        this.things = things;
    }

    @Test
    void an_envelope_with_a_header_without_a_value_ends_no_consumer() {
        // when
        for (var header :
                List.of("content-type", "ce_specversion", "ce_id", "ce_type", "ce_time")) {
            send(Envelopes.with(header, null));
            send(Envelopes.with(header, ""));
        }

        // then
        goesOn();
        assertThat(letters()).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void moments_of_the_future_and_of_another_century_are_refused_with_the_reason() {
        // given
        var soon = Clock.systemUTC().instant().plus(Duration.ofMinutes(6)).toString();

        // when
        send(Envelopes.with("ce_time", soon));
        send(Envelopes.with("ce_time", "1999-12-31T23:59:59Z"));
        send(Envelopes.with("ce_time", "+999999999-12-31T23:59:59Z"));
        publish(
                "things",
                key,
                Envelopes.MADE,
                "{\"name\":\"n\",\"recordedAt\":\"9999-01-01T00:00:00Z\"}");
        publish(
                "things",
                key,
                Envelopes.MADE,
                "{\"name\":\"n\",\"occurredAt\":\"%s\"}".formatted(soon));
        publish("things", key, Envelopes.MADE, "{\"name\":\"n\",\"occurredAt\":1e400}");
        publish(
                "things",
                key,
                Envelopes.MADE,
                "{\"name\":\"n\",\"at\":\"+1000000000-01-01T00:00:00Z\"}");

        // then
        goesOn();
        assertThat(reasons())
                .containsExactly(
                        "'time' lies ahead",
                        "'time' lies too far back",
                        "'time' lies ahead",
                        "'recordedAt' lies ahead",
                        "'occurredAt' lies ahead",
                        "'occurredAt' is no moment",
                        "Thing: not valid at 'org.redress.platform.messaging.Things$Thing[\"at\"]'");
    }

    @Test
    void a_number_that_no_column_could_hold_is_refused() {
        // when
        publish("things", key, Envelopes.MADE, "{\"name\":\"n\",\"amount\":1e2147483647}");
        publish("things", key, Envelopes.MADE, "{\"name\":\"n\",\"amount\":1e-2147483647}");

        // then
        goesOn();
        assertThat(reasons()).hasSize(2).allMatch(reason -> reason.startsWith("Thing: not valid"));
    }

    @Test
    void an_unknown_mode_attributes_without_end_and_double_fields_are_refused() {
        // when
        send(Envelopes.with("ce_mode", "PRACTICE"));
        send(Envelopes.with("ce_id", "x".repeat(3_000)));
        publish("things", key, Envelopes.MADE, Map.of(), "{\"name\":\"without mode\"}");
        publish("things", key, Envelopes.MADE, "{\"name\":\"one\",\"name\":\"two\"}");
        publish("things", key, Envelopes.MADE, "[".repeat(100_000));

        // then
        goesOn();
        assertThat(reasons())
                .containsExactly(
                        "extension 'mode' missing or unknown",
                        "attribute 'id' empty or too long",
                        "extension 'mode' missing or unknown",
                        "Thing: not JSON",
                        "Thing: not valid at ''");
    }

    @Test
    void a_record_that_is_too_large_for_the_dead_letters_goes_there_without_its_value() {
        // when
        Envelopes.send(
                "things", key, Envelopes.with("ce_mode", "NONE"), noise(700_000).getBytes(UTF_8));

        // then
        goesOn();
        assertThat(letters())
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.isTombstone()).isTrue();
                    assertThat(letter.headers())
                            .containsEntry("dead-letter-value", "too-large")
                            .containsEntry("dead-letter-topic", "things")
                            .containsKeys("dead-letter-partition", "dead-letter-offset", "ce_id")
                            .doesNotContainKey("dead-letter-sealed-for");
                });
    }

    @Test
    void even_headers_that_are_too_large_stall_nobody() {
        // when
        Envelopes.send("things", key, Envelopes.with("ce_subject", noise(700_000)), new byte[] {1});

        // then
        goesOn();
    }

    private void send(Map<String, @Nullable String> headers) {
        Envelopes.send("things", key, headers, "{\"name\":\"spoilt\"}".getBytes(UTF_8));
    }

    private void goesOn() {
        publish("things", key, Envelopes.MADE, "{\"name\":\"good\"}");
        await().atMost(BOUND).untilAsserted(() -> assertThat(things.effects(key)).contains("good"));
    }

    private List<Message> letters() {
        return TestTopics.read("things.tester.dlq", key);
    }

    private List<@Nullable String> reasons() {
        return letters().stream()
                .map(letter -> letter.headers().get("dead-letter-reason"))
                .toList();
    }

    private static String noise(int length) {
        var bytes = new byte[length * 3 / 4];
        new Random(20261124).nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
