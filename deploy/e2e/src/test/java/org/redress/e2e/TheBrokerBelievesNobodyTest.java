package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.local.KafkaLogin;
import org.redress.local.Platform;

/**
 * The permissions of the contract are in force on the platform that {@code ./redress up} starts.
 */
@ExtendWith(RunningPlatform.class)
class TheBrokerBelievesNobodyTest {

    private final Platform platform;

    TheBrokerBelievesNobodyTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void an_acknowledgment_that_is_not_notifications_is_refused() {
        try (var forger = producer(platform.kafka("escalation"))) {
            assertThatThrownBy(() ->
                            forger.send(new ProducerRecord<>("redress.deliveries", "k", "{}"))
                                    .get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void the_bi_team_reads_no_case() {
        try (var reader =
                new KafkaConsumer<>(
                        platform.kafka(KafkaLogin.BI).settings(),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            assertThatThrownBy(() ->
                            reader.endOffsets(
                                    java.util.List.of(new TopicPartition("redress.cases", 0))))
                    .isInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void nobody_without_a_password_is_answered() {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        platform.kafka(KafkaLogin.BI).bootstrap(),
                        "default.api.timeout.ms",
                        "3000",
                        "request.timeout.ms",
                        "1500");
        try (var stranger = Admin.create(settings)) {
            assertThatThrownBy(() -> stranger.listTopics().names().get())
                    .isInstanceOf(java.util.concurrent.ExecutionException.class);
        }
    }

    private static KafkaProducer<String, String> producer(KafkaLogin login) {
        var settings = new HashMap<>(login.settings());
        settings.put("max.block.ms", "10000");
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }
}
