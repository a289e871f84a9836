package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestTopics;
import org.redress.platform.due.Loops;
import org.redress.platform.vault.Vault;

@WithInfrastructure
class LeadingTest {

    private final Outbox outbox;
    private final DataSource dataSource;
    private final EventProducer producer;
    private final Jdbi jdbi;
    private final Vault vault;
    private final Alarms alarms;
    private final Loops loops;

    LeadingTest(
            Outbox outbox,
            DataSource dataSource,
            EventProducer producer,
            Jdbi jdbi,
            Vault vault,
            Alarms alarms,
            Loops loops) {
        this.outbox = outbox;
        this.dataSource = dataSource;
        this.producer = producer;
        this.jdbi = jdbi;
        this.vault = vault;
        this.alarms = alarms;
        this.loops = loops;
    }

    @Test
    void one_replica_relays_and_another_takes_over_when_it_stops() throws Exception {
        // given
        var isFirst = new ActiveRelay();
        var isSecond = new ActiveRelay();
        var first = leadership(isFirst);
        var second = leadership(isSecond);
        first.start(new StartupEvent());
        await().untilAsserted(() -> assertThat(locks()).isOne());
        second.start(new StartupEvent());
        try {
            publishes("while both run");
            assertThat(isFirst.isHere()).isTrue();
            assertThat(isSecond.isHere()).isFalse();

            // when
            first.stop();

            // then
            publishes("after the first stopped");
            assertThat(locks()).isOne();
            assertThat(isFirst.isHere()).isFalse();
            assertThat(isSecond.isHere()).isTrue();
        } finally {
            first.stop();
            second.stop();
        }
        await().untilAsserted(() -> assertThat(locks()).isZero());
    }

    private RelayLeadership leadership(ActiveRelay active) {
        return new RelayLeadership(dataSource, producer, vault, alarms, loops, active, true);
    }

    private void publishes(String name) {
        var key = UuidCreator.getTimeOrderedEpoch().toString();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        outbox.add(
                                OutgoingEvent.of("things.thing.made.v1", Map.of("name", name))
                                        .to("relayed", key)
                                        .at(Instant.EPOCH)));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(TestTopics.read("relayed", key)).hasSize(1));
    }

    private int locks() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select count(*) from pg_locks where locktype = 'advisory' and granted")
                        .mapTo(Integer.class)
                        .one());
    }
}
