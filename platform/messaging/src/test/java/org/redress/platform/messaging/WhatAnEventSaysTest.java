package org.redress.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.platform.messaging.Subscription.on;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatAnEventSaysTest {

    record Box(
            @Nullable String name,
            @Nullable Instant at,
            @Nullable BigDecimal amount,
            int count,
            @Nullable Duration lasts,
            Optional<String> colour) {}

    private final List<String> seen = new ArrayList<>();

    @Test
    void is_written_without_what_is_absent_and_with_moments_as_text() {
        // when
        var json =
                new String(
                        EventJson.write(
                                new Box(
                                        null,
                                        Instant.parse("2026-11-24T08:00:00Z"),
                                        null,
                                        1,
                                        Duration.ofMinutes(5),
                                        Optional.empty())),
                        UTF_8);

        // then
        assertThat(json)
                .doesNotContain("name")
                .contains("\"at\":\"2026-11-24T08:00:00Z\"", "\"lasts\":\"PT5M\"");
    }

    @Test
    void may_say_more_than_is_understood() {
        assertThat(read("{\"count\": 1, \"later\": {\"a\": [1]}}").count()).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"count": 1} {"count": 2}              | not valid
                    {"count": 1, "count": 2}               | not JSON
                    {"count": null}                        | count
                    {"count": 1, "at": 1700000000}         | at
                    {"count": 1, "at": "1899-12-31T23:59:59Z"} | at
                    {"count": 1, "at": "3000-01-01T00:00:00Z"} | at
                    {"count": 1, "amount": "1"}            | amount
                    {"count": 1, "amount": 1e1000}         | amount
                    {"count": 1, "amount": 1e-1001}        | amount
                    """)
    void is_not_read_where_it_cannot_be_meant(String json, String names) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageStartingWith("Box: ")
                .hasMessageContaining(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"count": 1, "at": "1900-01-01T00:00:00Z"}
                    {"count": 1, "at": "2999-12-31T23:59:59Z"}
                    {"count": 1, "amount": 1e999}
                    {"count": 1, "amount": 1e-1000}
                    """)
    void is_read_up_to_the_bounds(String json) {
        assertThat(read(json).count()).isOne();
    }

    @Test
    void is_nothing_without_a_key() {
        assertThatThrownBy(() -> CloudEventCodec.read(record(null), "things"))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("no key");
    }

    @Test
    void happened_when_the_record_was_written_if_it_does_not_say_when() {
        // given
        var record = record("key");
        record.headers().remove("ce_time");

        // then
        assertThat(CloudEventCodec.read(record, "things").time())
                .isEqualTo(Instant.ofEpochMilli(1_700_000_000_000L));
    }

    @Test
    void came_from_its_first_topic_with_all_its_extensions() {
        // when
        var event = CloudEventCodec.read(record("key"), "first");

        // then
        assertThat(event.topic()).isEqualTo("first");
        assertThat(event.extension("mode")).isEqualTo("REAL");
        assertThat(event.extension("colour")).isNull();
        assertThat(event.isTombstone()).isFalse();
    }

    @Test
    void has_an_effect_of_its_own_where_it_is_a_tombstone() {
        // given
        var reads =
                on(
                        Envelopes.MADE,
                        Box.class,
                        (_, box) -> seen.add("box of " + box.count()),
                        _ -> seen.add("gone"));

        // when
        reads.prepare(event(null)).run();
        reads.prepare(event("{\"count\": 3}")).run();

        // then
        assertThat(seen).containsExactly("gone", "box of 3");
    }

    @Test
    void needs_a_payload_where_a_tombstone_has_no_effect() {
        var reads = on(Envelopes.MADE, Box.class, (_, _) -> {});
        assertThatThrownBy(() -> reads.prepare(event(null)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessage("no payload");
    }

    @Test
    void has_one_reaction_at_most() {
        var reaction = on(Envelopes.MADE, Box.class, (_, _) -> {});
        assertThatThrownBy(() -> Envelopes.subscribed(reaction, reaction))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void that_no_row_could_keep_is_refused_where_it_is_published() {
        assertThatThrownBy(() -> new UnsentRow("1", "relayed", "a\0b", "{}", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Box read(String json) {
        return EventJson.read(json.getBytes(UTF_8), Box.class);
    }

    private static IncomingEvent event(@Nullable String json) {
        return new IncomingEvent(
                "1",
                Envelopes.MADE,
                "/redress/test",
                "things",
                "key",
                Instant.EPOCH,
                Map.of(),
                json == null ? null : json.getBytes(UTF_8));
    }

    private static ConsumerRecord<String, byte[]> record(@Nullable String key) {
        var record =
                new ConsumerRecord<>(
                        "things",
                        0,
                        0L,
                        1_700_000_000_000L,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        key,
                        "{}".getBytes(UTF_8),
                        new RecordHeaders(),
                        Optional.empty());
        Envelopes.headers()
                .forEach((name, value) ->
                        record.headers().add(name, String.valueOf(value).getBytes(UTF_8)));
        return record;
    }
}
