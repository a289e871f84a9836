package org.redress.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatIsBelievedTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final String LONG = "x".repeat(256);

    private final EventRules rules = new Rules();
    private final Plausibility plausibility = new Plausibility(rules, at(NOW), at(NOW));

    private record Rules() implements EventRules {
        @Override
        public Map<String, List<String>> extensions() {
            return Map.of("mode", List.of("REAL", "TEST"));
        }

        @Override
        public List<String> moments() {
            return List.of("occurredAt", "recordedAt");
        }

        @Override
        public Instant earliest() {
            return EARLIEST;
        }

        @Override
        public Duration ahead() {
            return Duration.ofMinutes(5);
        }
    }

    @Test
    void is_five_minutes_ahead_and_not_a_second_more() {
        assertThatCode(() -> plausibility.check(event(NOW.plusSeconds(300))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> plausibility.check(event(NOW.plusSeconds(301))))
                .hasMessage("'time' lies ahead");
    }

    @Test
    void is_what_happened_since_the_earliest_moment() {
        assertThatCode(() -> plausibility.check(event(EARLIEST))).doesNotThrowAnyException();
        assertThatThrownBy(() -> plausibility.check(event(EARLIEST.minusNanos(1))))
                .hasMessage("'time' lies too far back");
    }

    @Test
    void is_measured_by_the_later_of_the_clocks() {
        // given
        var later = NOW.plus(Duration.ofHours(1));
        var event = event(later);

        // then
        assertThatCode(() -> new Plausibility(rules, at(later), at(NOW)).check(event))
                .doesNotThrowAnyException();
        assertThatCode(() -> new Plausibility(rules, at(NOW), at(later)).check(event))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> plausibility.check(event)).hasMessage("'time' lies ahead");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "source", "type", "key"})
    void is_no_attribute_without_end_or_beginning(String attribute) {
        assertThatThrownBy(() -> plausibility.check(with(attribute, LONG)))
                .hasMessage("attribute '%s' empty or too long".formatted(attribute));
        assertThatThrownBy(() -> plausibility.check(with(attribute, "")))
                .hasMessage("attribute '%s' empty or too long".formatted(attribute));
        assertThatCode(() -> plausibility.check(with(attribute, LONG.substring(1))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"occurredAt\": \"2026-11-24T08:06:00Z\"}",
                "{\"a\": {\"occurredAt\": 1}, \"recordedAt\": \"1999-12-31T00:00:00Z\"}",
                "{\"a\": [1, {\"b\": 2}], \"occurredAt\": null}",
                "{\"occurredAt\": \"yesterday\"}"
            })
    void is_no_payload_with_a_moment_that_cannot_be(String json) {
        assertThatThrownBy(() -> plausibility.check(event(json)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"occurredAt\": \"2026-11-24T16:00:00+08:00\"}",
                "{\"a\": {\"occurredAt\": \"9999-01-01T00:00:00Z\"}}",
                "[{\"occurredAt\": 1}]",
                "no JSON"
            })
    void is_what_others_look_after(String json) {
        assertThatCode(() -> plausibility.check(event(json))).doesNotThrowAnyException();
    }

    private static IncomingEvent event(Instant time) {
        return event("1", "/source", "type", "key", time, "{}");
    }

    private static IncomingEvent event(String json) {
        return event("1", "/source", "type", "key", NOW, json);
    }

    private static IncomingEvent with(String attribute, String value) {
        return event(
                attribute.equals("id") ? value : "1",
                attribute.equals("source") ? value : "/source",
                attribute.equals("type") ? value : "type",
                attribute.equals("key") ? value : "key",
                NOW,
                "{}");
    }

    private static IncomingEvent event(
            String id, String source, String type, String key, Instant time, String json) {
        return new IncomingEvent(
                id,
                type,
                source,
                "things",
                key,
                time,
                Map.of("mode", "REAL"),
                json.getBytes(UTF_8));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
