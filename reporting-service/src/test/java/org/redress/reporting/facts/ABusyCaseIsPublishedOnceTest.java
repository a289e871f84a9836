package org.redress.reporting.facts;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.reporting.facts.FactFixtures.SHANGHAI;
import static org.redress.reporting.facts.FactFixtures.fold;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestTopics;
import org.redress.platform.testing.Contract;
import org.redress.reporting.Deliveries;
import org.redress.reporting.LiveCase;
import org.redress.reporting.Story;
import org.redress.reporting.WithPlatform;
import org.redress.reporting.events.CaseEvents;
import org.redress.reporting.events.CaseId;
import org.redress.reporting.events.EventType;
import org.redress.reporting.facts.Facts.Folded;
import org.redress.reporting.facts.Facts.Known;

/**
 * Whatever happens to a case in one window is one version of its fact and one of each metric. The
 * test keeps the service from settling until its window is full.
 */
@WithPlatform
class ABusyCaseIsPublishedOnceTest {
    @Inject Deliveries deliveries;
    @Inject FactSettling settling;
    @Inject Facts facts;
    @Inject DueFacts dueFacts;
    @Inject Clock clock;
    @Inject Jdbi jdbi;
    @Inject Window window;
    @Inject Event<FactsFolded> folds;

    @BeforeEach
    void nobodySettles() {
        QuarkusTransaction.begin();
        jdbi.useHandle(handle -> handle.execute(DueFacts.ONE_AT_A_TIME));
    }

    @AfterEach
    void whoeverWaitsGoesOn() {
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void when_its_events_come_one_by_one() {
        // given
        var busy = LiveCase.daysEarlier(600);
        handOneByOne(busy);

        // when
        QuarkusTransaction.commit();

        // then
        busy.awaitFact(fact -> fact.path("status").asText().equals("CLOSED"));
        assertThat(versions(busy)).hasSize(1);
        var metric = "2025-03-31|hq/quality|EMERGENCY|CRITICAL";
        TestTopics.await("redress.bi.daily-metrics", row -> row.key().equals(metric));
        assertThat(metricsOf("2025-03-31"))
                .allSatisfy((_, rows) -> assertThat(rows).hasSize(1))
                .containsOnlyKeys(metric);
    }

    @Test
    void and_nothing_is_lost_though_it_is_killed_while_it_publishes() {
        // given
        var busy = LiveCase.ofToday();
        handOneByOne(busy);

        // when
        int published = settling.fire(ids(List.of(busy)), clock.instant().plusSeconds(2));
        QuarkusTransaction.rollback();

        // then
        assertThat(published).isEqualTo(1);
        busy.awaitFact(fact -> fact.path("status").asText().equals("CLOSED"));
        assertThat(versions(busy)).hasSize(1);
    }

    @Test
    void and_a_database_that_begins_anew_publishes_above_what_the_one_before_it_has_published() {
        // given
        var fact = fold(Story.ofARealCase().registered());
        var before = settled(fact, clock.instant());

        // when
        jdbi.useHandle(handle -> handle.execute("delete from case_fact"));
        var anew = settled(fact, clock.instant().plusSeconds(60));

        // then
        assertThat(anew).isGreaterThan(before);
    }

    @Test
    void and_its_versions_go_on_though_the_clock_goes_back() {
        var fact = fold(Story.ofARealCase().registered());
        var now = clock.instant();

        var before = settled(fact, now);

        assertThat(settled(fact, now.minusSeconds(3600))).isEqualTo(before + 1);
    }

    /** The version in which the fact is published at this moment. */
    private long settled(CaseFact fact, Instant now) {
        var caseId = fact.caseId();
        var known = facts.read(Set.of(caseId)).getOrDefault(caseId, Known.nothing(caseId));
        facts.save(List.of(new Folded(fact, known.folds() + 1, true)), List.of(), now);
        return dueFacts.settle(List.of(caseId.value()), now).getFirst().version();
    }

    @Test
    void and_what_is_put_off_is_published_then() {
        // given
        var busy = LiveCase.ofToday();
        handOneByOne(busy);
        var now = clock.instant().plusSeconds(2);
        var then = now.plus(Duration.ofMinutes(1));
        var caseId = ids(List.of(busy));

        // when
        var putOff = settling.postpone(caseId.getFirst(), now, then);
        var again = settling.postpone(caseId.getFirst(), now, then);

        // then
        assertThat(putOff).isTrue();
        assertThat(again).isFalse();
        assertThat(settling.fire(caseId, now)).isZero();
        assertThat(settling.fire(caseId, then)).isEqualTo(1);
    }

    @Test
    void and_it_is_published_no_later_for_what_happens_while_it_waits() {
        // given
        var story = Story.ofARealCase().registered();
        var fact = fold(story);
        var first = Instant.parse("2099-01-01T00:00:00Z");
        facts.save(List.of(new Folded(fact, 1, true)), List.of(), first);

        // when: what happens next reads the same
        var next = new Folded(fold(story.resolved()), 2, false);
        facts.save(List.of(next), List.of(), first.plusSeconds(9));

        // then
        assertThat(dueFacts.settle(List.of(fact.caseId().value()), first))
                .singleElement()
                .satisfies(settled -> {
                    assertThat(settled.readsAnew()).isTrue();
                    assertThat(settled.fact()).isEqualTo(fold(story));
                });
    }

    @Test
    void and_two_replicas_with_one_case_take_turns() {
        // given
        var busy = LiveCase.ofToday();
        handOneByOne(busy);
        var known = facts.read(Set.of(caseId(busy))).get(caseId(busy));

        // when
        var next = new Folded(known.fact(), known.folds() + 1, false);
        facts.save(List.of(next), List.of(), clock.instant());

        // then
        assertThat(isFree(busy)).isFalse();
        QuarkusTransaction.rollback();
        await().until(() -> isFree(busy));
    }

    @Test
    void and_what_another_replica_has_folded_meanwhile_is_not_lost() {
        // given
        var busy = LiveCase.ofToday();
        var news = kettle(busy);
        deliveries.receive(news.subList(0, 1));
        var known = facts.read(Set.of(caseId(busy))).get(caseId(busy));
        var elsewhere = known.fact().with(Story.ofARealCase().exhausted("e").events().getFirst());
        QuarkusTransaction.requiringNew()
                .run(() ->
                        facts.save(
                                List.of(new Folded(elsewhere, known.folds() + 1, true)),
                                List.of(),
                                clock.instant()));

        // when
        deliveries.receive(news.subList(1, news.size()));
        QuarkusTransaction.commit();

        // then
        busy.awaitFact(fact ->
                fact.path("status").asText().equals("CLOSED")
                        && fact.path("escalationsExhausted").asInt() == 1);
    }

    @Test
    void and_a_case_that_this_replica_does_not_remember_is_read() {
        // given
        var fact = fold(Story.ofARealCase().registered());
        facts.save(List.of(new Folded(fact, 1, true)), List.of(), clock.instant());
        var later = new CaseEvents(Story.of(fact.caseId()).resolved().events());
        var desk = new FactDesk(facts, new FactMemory(), window, folds, clock, SHANGHAI);

        // when
        desk.fold(later);

        // then
        assertThat(facts.read(Set.of(fact.caseId())).get(fact.caseId()))
                .isEqualTo(new Known(fact.with(later.all().getFirst()), 2));
    }

    @Test
    void and_what_was_folded_before_folds_were_counted_is_not_lost_to_a_late_registration() {
        // given
        var story = Story.ofARealCase().resolved();
        var early = fold(story);
        facts.save(List.of(new Folded(early, 0, true)), List.of(), clock.instant());
        var registered = new CaseEvents(Story.of(early.caseId()).registered().events());

        // when
        new FactDesk(facts, new FactMemory(), window, folds, clock, SHANGHAI).fold(registered);

        // then
        assertThat(facts.read(Set.of(early.caseId())).get(early.caseId()).fact())
                .isEqualTo(early.with(registered.all().getFirst()));
    }

    private static CaseId caseId(LiveCase customerCase) {
        return new CaseId(UUID.fromString(customerCase.caseId()));
    }

    private boolean isFree(LiveCase customerCase) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        jdbi.withHandle(handle ->
                                handle.createQuery(
                                                "select count(*) = 1 from (select from case_fact"
                                                        + " where case_id = :id for update skip"
                                                        + " locked) free")
                                        .bind("id", UUID.fromString(customerCase.caseId()))
                                        .mapTo(boolean.class)
                                        .one()));
    }

    @Test
    void and_two_cases_of_one_window_move_their_metric_once() {
        // given
        var cases = List.of(LiveCase.daysEarlier(610), LiveCase.daysEarlier(610));
        cases.forEach(this::handOneByOne);

        // when
        settling.fire(ids(cases), clock.instant().plusSeconds(2));
        QuarkusTransaction.commit();

        // then
        var metric = "2025-03-21|hq/quality|EMERGENCY|CRITICAL";
        TestTopics.await("redress.bi.daily-metrics", row -> row.key().equals(metric));
        assertThat(metricsOf("2025-03-21").get(metric))
                .singleElement()
                .satisfies(row -> assertThat(row.json().get("registered").asInt()).isEqualTo(2));
    }

    @Test
    void and_one_that_cannot_be_published_alarms_somebody() {
        var caseId = UUID.randomUUID();

        // when
        settling.wasPutOff(caseId, new IllegalStateException());
        QuarkusTransaction.commit();

        // then
        var alarm =
                TestTopics.await(
                        "redress.alarms",
                        found -> String.valueOf(found.text()).contains(caseId.toString()));
        assertThat(alarm.json().get("kind").asText()).isEqualTo("EVENT_REFUSED");
        assertThat(Contract.of("redress.alarm.reported.v1").faults(alarm.text())).isEmpty();
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
