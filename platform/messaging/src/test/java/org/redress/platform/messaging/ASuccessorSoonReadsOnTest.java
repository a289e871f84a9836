package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.local.testing.TestTopics.publish;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestTopics;

@WithInfrastructure
class ASuccessorSoonReadsOnTest {

    private final Things things;
    private final Readers readers;

    ASuccessorSoonReadsOnTest(Things things, Readers readers) {
        this.things = things;
        this.readers = readers;
    }

    @Test
    void a_killed_member_is_given_up_after_ten_seconds_and_never_for_a_missed_beat() {
        // when
        var settings = readers.settings("events", Duration.ZERO);

        // then
        var session = (int) settings.get("session.timeout.ms");
        var beat = (int) settings.get("heartbeat.interval.ms");
        assertThat(session).isLessThanOrEqualTo(10_000).isGreaterThanOrEqualTo(4 * beat);
    }

    @Test
    void what_has_been_applied_is_read_again_at_most_for_a_second() throws Exception {
        // given
        var key = UuidCreator.getTimeOrderedEpoch().toString();
        long before = committed();

        // when
        publish("things", key, Envelopes.MADE, "{\"name\":\"kettle\"}");
        await().untilAsserted(() -> assertThat(things.effects(key)).containsExactly("kettle"));

        // then
        await().atMost(Duration.ofSeconds(5)).until(() -> committed() > before);
    }

    private static long committed() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(TestTopics.admin().settings())) {
            return admin
                    .listConsumerGroupOffsets("tester")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        }
    }
}
