package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.platform.messaging.Subscription.on;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class WhoReadsWhichTopicTest {

    private static final String EVENTS = "mp.messaging.incoming.events.topics";

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
    void a_service_whose_channels_read_all_its_topics_and_what_is_retried_of_them_starts() {
        // given
        var subscriptions = new Subscriptions(List.of(reader("cases"), reader("alarms")));
        var settings =
                settings(
                        Map.of(
                                EVENTS,
                                "cases,cases.desk.retry",
                                "mp.messaging.incoming.alarms.topics",
                                "alarms, alarms.desk.retry"));

        // then
        assertThatCode(() -> subscriptions.check(new StartupEvent(), settings, "desk"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_topic_that_no_channel_reads_or_nobody_reacts_to_is_named_at_the_start() {
        // given
        var subscriptions = new Subscriptions(List.of(reader("cases")));

        // then
        assertThatThrownBy(() ->
                        subscriptions.check(
                                new StartupEvent(), settings(Map.of(EVENTS, "cases")), "desk"))
                .hasMessageContaining("cases.desk.retry");
        assertThatThrownBy(() ->
                        subscriptions.check(
                                new StartupEvent(),
                                settings(Map.of(EVENTS, "cases,cases.desk.retry,strange")),
                                "desk"))
                .hasMessageContaining("[strange]");
    }

    private static Config settings(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
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
