package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.platform.messaging.Subscription.on;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoReadsWhichTopicTest {

    @Test
    void a_type_is_only_believed_on_its_own_topic() {
        // given
        var subscriptions = new Subscriptions(List.of(reader("cases"), reader("handling")));

        // then
        assertThat(subscriptions.reaction(event("cases", "cases.made"))).isPresent();
        assertThat(subscriptions.reaction(event("handling", "handling.made"))).isPresent();
        assertThat(subscriptions.reaction(event("handling", "cases.made"))).isEmpty();
        assertThat(subscriptions.reaction(event("strange", "cases.made"))).isEmpty();
    }

    @Test
    void a_topic_has_one_subscription() {
        assertThatThrownBy(() -> new Subscriptions(List.of(reader("cases"), reader("cases"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_channel_reads_what_it_names_and_the_channel_events_all_the_rest() {
        // given
        var settings = settings(Map.of("messaging.channels.alarms.topics", "alarms"));

        // then
        assertThat(Readers.topicsByChannel(Set.of("cases", "alarms", "handling"), settings))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("alarms", Set.of("alarms"), "events", Set.of("cases", "handling")));
    }

    @Test
    void the_channel_events_reads_all_the_rest_whatever_it_names() {
        // given
        var settings = settings(Map.of("messaging.channels.events.topics", "cases"));

        // then
        assertThat(Readers.topicsByChannel(Set.of("cases", "handling"), settings))
                .containsExactly(Map.entry("events", Set.of("cases", "handling")));
    }

    @ParameterizedTest
    @CsvSource({"alarms, strange", "'alarms,cases', cases"})
    void a_topic_that_nobody_subscribes_to_or_that_two_channels_read_is_named_at_the_start(
            String topics, String named) {
        // given
        var settings =
                settings(
                        Map.of(
                                "messaging.channels.a.topics",
                                topics,
                                "messaging.channels.b.topics",
                                named));

        // then
        assertThatThrownBy(() -> Readers.topicsByChannel(Set.of("cases", "alarms"), settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(named);
    }

    private static ChannelSettings settings(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(ChannelSettings.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(ChannelSettings.class);
    }

    private static IncomingEvent event(String topic, String type) {
        return new IncomingEvent(
                "1", type, "/test", topic, "key", Instant.EPOCH, Map.of(), new byte[0]);
    }

    private static Subscription reader(String topic) {
        return new Subscription() {
            @Override
            public String topic() {
                return topic;
            }

            @Override
            public List<Reaction> reactions() {
                return List.of(on(topic + ".made", Object.class, (_, _) -> {}));
            }
        };
    }
}
