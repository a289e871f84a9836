package org.redress.reporting.facts;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestTopics;
import org.redress.reporting.Deliveries;
import org.redress.reporting.LiveCase;
import org.redress.reporting.WithPlatform;
import org.redress.reporting.events.EventType;

/**
 * Whatever happens to a case in one window is one version of its fact and one of each metric. The
 * test keeps the service from settling until its window is full.
 */
@WithPlatform
class ABusyCaseIsPublishedOnceTest {
    @Inject Deliveries deliveries;
    @Inject FactPublisher publisher;
    @Inject Facts facts;
    @Inject Clock clock;
    @Inject Jdbi jdbi;

    @BeforeEach
    void nobodySettles() {
        QuarkusTransaction.begin();
        jdbi.useHandle(handle -> handle.execute(Facts.ONE_AT_A_TIME));
    }

    @AfterEach
    void whoeverWaitsGoesOn() {
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void whenItsEventsComeOneByOne() {
        // given
        var busy = LiveCase.daysEarlier(600);
        handOneByOne(busy);

        // when
        QuarkusTransaction.commit();

        // then
        busy.awaitFact(fact -> fact.path("status").asText().equals("CLOSED"));
        assertThat(versions(busy)).containsExactly(1L);
        var metric = "2025-03-31|hq/quality|EMERGENCY|CRITICAL";
        TestTopics.await("redress.bi.daily-metrics", row -> row.key().equals(metric));
        assertThat(metricsOf("2025-03-31"))
                .allSatisfy((_, rows) -> assertThat(rows).hasSize(1))
                .containsOnlyKeys(metric);
    }

    @Test
    void andNothingIsLostThoughItIsKilledWhileItPublishes() {
        // given
        var busy = LiveCase.ofToday();
        handOneByOne(busy);

        // when
        int published = publisher.fire(ids(List.of(busy)), clock.instant().plusSeconds(2));
        QuarkusTransaction.rollback();

        // then
        assertThat(published).isEqualTo(1);
        busy.awaitFact(fact -> fact.path("status").asText().equals("CLOSED"));
        assertThat(versions(busy)).containsExactly(1L);
    }

    @Test
    void andADatabaseThatBeginsAnewPublishesAboveWhatTheOneBeforeItHasPublished() {
        // given
        var busy = LiveCase.ofToday();
        handOneByOne(busy);

        // when
        var settled = facts.settle(ids(List.of(busy)), clock.instant().plusSeconds(2), 1_000_000);

        // then
        assertThat(settled).extracting(Facts.Settled::version).containsExactly(1_000_001L);
    }

    @Test
    void andWhatIsPutOffIsPublishedThen() {
        // given
        var busy = LiveCase.ofToday();
        handOneByOne(busy);
        var now = clock.instant().plusSeconds(2);
        var then = now.plus(Duration.ofMinutes(1));
        var caseId = ids(List.of(busy));

        // when
        var putOff = publisher.postpone(caseId.getFirst(), now, then);
        var again = publisher.postpone(caseId.getFirst(), now, then);

        // then
        assertThat(putOff).isTrue();
        assertThat(again).isFalse();
        assertThat(publisher.fire(caseId, now)).isZero();
        assertThat(publisher.fire(caseId, then)).isEqualTo(1);
    }

    private static List<UUID> ids(List<LiveCase> cases) {
        return cases.stream().map(LiveCase::caseId).map(UUID::fromString).toList();
    }

    private void handOneByOne(LiveCase customerCase) {
        kettle(customerCase).forEach(event -> deliveries.receive(List.of(event)));
    }

    private static List<ConsumerRecord<String, byte[]>> kettle(LiveCase customerCase) {
        return List.of(
                customerCase.consumed(EventType.REGISTERED, "kettle", 0),
                customerCase.consumed(EventType.ASSESSED, "kettle", 1),
                customerCase.consumed(EventType.ASSIGNED, "kettle", 2),
                customerCase.consumed(EventType.ESCALATION_RAISED, "kettle-a-holder", 3),
                customerCase.consumed(EventType.RESOLVED, "kettle", 4),
                customerCase.consumed(EventType.CLOSED, "kettle", 5));
    }

    private static List<Long> versions(LiveCase customerCase) {
        return customerCase.facts().stream()
                .map(fact -> fact.json().get("factVersion").asLong())
                .toList();
    }

    private static Map<String, List<Message>> metricsOf(String day) {
        return TestTopics.read("redress.bi.daily-metrics").stream()
                .filter(row -> row.key().startsWith(day))
                .collect(groupingBy(Message::key));
    }
}
