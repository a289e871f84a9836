package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

@WithInfrastructure
class AChannelThatDoesNotGetOnTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Instant BEGINNING = Instant.parse("2026-11-24T08:00:00Z");

    private Instant now = BEGINNING;
    private final List<AlarmReported> told = new ArrayList<>();
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Alarms alarms;
    private final Channels channels;
    private final ChannelsWellness wellness;

    AChannelThatDoesNotGetOnTest(Outbox outbox, AlarmEvents events) {
        this.alarms = new Alarms(this::take, outbox, new SimpleMeterRegistry(), clock, events);
        this.channels = new Channels(clock, alarms, metrics, PATIENCE);
        this.wellness = new ChannelsWellness(channels);
    }

    @Test
    void is_shown_at_once_and_alarms_when_that_lasts_longer_than_a_minute() throws Exception {
        // given
        var channel = channels.of("things");

        // when
        channels.tries(channel, "SQLException 08006", null);
        now = now.plus(PATIENCE);
        channels.tries(channel, "SQLException 08001", null);
        alarms.tell();

        // then
        assertThat(shown())
                .containsEntry("things", "tries since %s: SQLException 08001".formatted(BEGINNING));
        assertThat(wellness.call().getStatus()).isEqualTo(Status.UP);
        assertThat(told).isEmpty();

        // when
        now = now.plus(Duration.ofMillis(1));
        channels.tries(channel, "SQLException 08001", null);
        alarms.tell();

        // then
        assertThat(wellness.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(told)
                .singleElement()
                .satisfies(alarm -> {
                    assertThat(alarm.kind()).isEqualTo("CHANNEL_STOPPED");
                    assertThat(alarm.thing()).isEqualTo("things");
                    assertThat(alarm.reason()).contains("08001");
                });
    }

    @Test
    void that_has_stopped_is_unwell_at_once_until_it_goes_on() throws Exception {
        // given
        var channel = channels.of("things");

        // when
        channels.stops(channel, "NullPointerException", null);
        channels.tries(channel, "NullPointerException", null);
        alarms.tell();

        // then
        assertThat(wellness.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(metrics.get("channel.unwell").tag("channel", "things").gauge().value()).isOne();
        assertThat(shown().get("things").toString()).startsWith("stopped since");
        assertThat(told).extracting(AlarmReported::kind).containsExactly("CHANNEL_STOPPED");

        // when
        channels.goesOn(channel);

        // then
        assertThat(wellness.call().getStatus()).isEqualTo(Status.UP);
        assertThat(metrics.get("channel.unwell").tag("channel", "things").gauge().value()).isZero();
        assertThat(shown()).containsEntry("things", "runs");
    }

    @Test
    void counts_keys_and_not_events_and_a_burial_is_no_success() {
        // given
        var channel = channels.of("things");

        // then
        assertThat(channel.failed("a")).isOne();
        assertThat(channel.failed("a")).isOne();
        channel.passes();
        assertThat(channel.failed("b")).isEqualTo(2);
        assertThat(channel.hasFailed("a")).isTrue();
        channel.goesOn();
        assertThat(channel.hasFailed("a")).isFalse();
        assertThat(channel.failed("c")).isOne();
    }

    private EventSender.Sent take(List<OutboxRow> rows) {
        rows.forEach(row ->
                told.add(
                        EventJson.read(
                                row.payload() == null ? new byte[0] : row.payload(),
                                AlarmReported.class)));
        return new EventSender.Sent(rows, Map.of());
    }

    private Map<String, Object> shown() {
        return wellness.call().getData().orElse(Map.of());
    }
}
