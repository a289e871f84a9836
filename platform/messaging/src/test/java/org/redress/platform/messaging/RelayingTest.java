package org.redress.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestTopics;
import org.redress.platform.vault.Vault;

@WithInfrastructure
class RelayingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03Z");

    private final String key = UuidCreator.getTimeOrderedEpoch().toString();
    private final Outbox outbox;
    private final DataSource dataSource;
    private final Jdbi jdbi;
    private final EventProducer producer;
    private final Vault vault;
    private final Alarms alarms;

    RelayingTest(
            Outbox outbox,
            DataSource dataSource,
            Jdbi jdbi,
            EventProducer producer,
            Vault vault,
            Alarms alarms) {
        this.outbox = outbox;
        this.dataSource = dataSource;
        this.jdbi = jdbi;
        this.producer = producer;
        this.vault = vault;
        this.alarms = alarms;
    }

    private EventSender sender;

    @BeforeEach
    void an_empty_outbox() {
        sender = EventSender.to(producer.producer());
        jdbi.useHandle(handle ->
                handle.execute("truncate messaging.outbox; truncate messaging.outbox_parked"));
    }

    @Test
    void what_was_rolled_back_is_never_published() throws Exception {
        // when
        assertThatThrownBy(() ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> {
                                    outbox.add(made(key, "undone"));
                                    throw new IllegalStateException("undo");
                                }))
                .isInstanceOf(IllegalStateException.class);
        commit(made(key, "done"));
        relay(relayOf(sender));

        // then
        assertThat(published(key)).containsExactly("done");
    }

    @Test
    void an_event_cannot_be_added_outside_of_a_transaction() {
        assertThatThrownBy(() -> outbox.add(made(key, "alone")))
                .hasStackTraceContaining("TransactionalException");
    }

    @Test
    void an_event_arrives_as_a_cloud_event_in_binary_mode() throws Exception {
        // when
        commit(made(key, "kettle").with("mode", "DRILL"));
        relay(relayOf(sender));

        // then
        var message = TestTopics.await("relayed", key, "things.thing.made.v1");
        assertThat(message.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/redress/tester")
                .containsEntry("ce_time", "2026-11-22T01:02:03Z")
                .containsEntry("ce_mode", "DRILL")
                .containsEntry("content-type", "application/json")
                .containsKey("ce_id");
        assertThat(message.json().path("name").asText()).isEqualTo("kettle");
    }

    @Test
    void a_tombstone_has_no_value() throws Exception {
        // when
        commit(OutgoingEvent.tombstone("things.thing.made.v1").to("relayed", key).at(NOW));
        relay(relayOf(sender));

        // then
        assertThat(TestTopics.await("relayed", key, "things.thing.made.v1").isTombstone()).isTrue();
    }

    @Test
    void a_relay_killed_between_send_and_delete_sends_again_and_loses_nothing() throws Exception {
        // given
        commit(made(key, "a"), made(key, "b"));
        EventSender killedAfterSending =
                rows -> {
                    assertThat(sender.send(rows).failures()).isEmpty();
                    throw new IllegalStateException("killed");
                };

        // when
        assertThatThrownBy(() -> relay(relayOf(killedAfterSending))).hasMessage("killed");
        relay(relayOf(sender));

        // then
        assertThat(published(key)).containsExactly("a", "b", "a", "b");
        assertThat(ids(key).stream().distinct()).hasSize(2);
        assertThat(waiting()).isZero();
    }

    @Test
    void two_relays_at_once_lose_nothing_and_send_nothing_twice() throws Exception {
        // given
        var keys = IntStream.range(0, 20).mapToObj(n -> key + n).toList();
        for (int i = 0; i < 50; i++) {
            var name = "n" + i;
            commit(keys.stream().map(each -> made(each, name)).toArray(OutgoingEvent[]::new));
        }

        // when
        Callable<Void> relaying =
                () -> {
                    relay(relayOf(sender));
                    return null;
                };
        try (var two = Executors.newFixedThreadPool(2)) {
            for (var each : two.invokeAll(List.of(relaying, relaying))) {
                each.get();
            }
        }
        relay(relayOf(sender));

        // then
        var all = TestTopics.read("relayed").stream().map(Message::key).toList();
        assertThat(keys).allSatisfy(each -> assertThat(all).filteredOn(each::equals).hasSize(50));
        assertThat(waiting()).isZero();
    }

    @Test
    void an_event_that_the_broker_refuses_for_good_is_parked_and_the_rest_goes_on()
            throws Exception {
        // given
        commit(made(key, "x".repeat(3 * 1024 * 1024)), made(key, "small"));

        // when
        relay(relayOf(sender));

        // then
        assertThat(published(key)).containsExactly("small");
        assertThat(count("outbox_parked")).isOne();
        assertThat(waiting()).isZero();
    }

    @Test
    void a_row_that_cannot_even_be_made_a_record_is_parked_sealed_and_a_person_is_told()
            throws Exception {
        // given
        commit(made(key, "poison"), made(key, "good"));
        jdbi.useHandle(handle ->
                handle.execute(
                        "update messaging.outbox set headers = '{broken' where seq = (select min(seq) from messaging.outbox)"));

        // when
        relay(relayOf(sender));

        // then
        assertThat(published(key)).containsExactly("good");
        assertThat(waiting()).isZero();
        assertThat(parked())
                .containsEntry("reason", "UnsendableRow")
                .containsEntry("sealed_for", UUID.fromString(key));
        assertThat(new String((byte[]) parked().get("payload"), UTF_8)).doesNotContain("poison");
        TestTopics.await(
                "redress.alarms",
                message -> message.json().path("kind").asText().equals("EVENT_REFUSED"));
    }

    @Test
    void a_topic_that_is_missing_does_not_stop_the_others() throws Exception {
        // given
        commit(
                OutgoingEvent.of("things.thing.made.v1", Map.of("name", "lost"))
                        .to("no-such-topic", key)
                        .at(NOW),
                made(key, "good"));

        // when
        try (var impatient =
                        new KafkaProducer<>(
                                impatient(), new StringSerializer(), new ByteArraySerializer());
                var connection = dataSource.getConnection()) {
            relayOf(EventSender.to(impatient)).relayBatch(connection);
        }

        // then
        assertThat(published(key)).containsExactly("good");
        assertThat(waiting()).isOne();
    }

    /** Whose producer does not look for a topic as long as the service's does. */
    private static Map<String, Object> impatient() {
        var settings = new HashMap<>(TestTopics.admin().settings());
        settings.put("acks", "all");
        settings.put("max.block.ms", 500);
        return settings;
    }

    @Test
    void rows_are_sent_in_the_order_of_their_numbers_wherever_they_lie() throws Exception {
        // given
        commit(made(key, "third"));
        jdbi.useHandle(handle -> {
            for (var name : List.of("second", "first")) {
                handle.execute(
                        """
                        insert into messaging.outbox (seq, event_id, topic, key, headers, payload)
                        overriding system value
                        select min(seq) - 1, ?, 'relayed', min(key), min(headers), convert_to(?, 'UTF8')
                        from messaging.outbox
                        """,
                        name,
                        "{\"name\":\"%s\"}".formatted(name));
            }
        });

        // when
        relay(relayOf(sender));

        // then
        assertThat(published(key)).containsExactly("first", "second", "third");
    }

    @Test
    void a_full_batch_says_that_more_may_wait() throws Exception {
        // given
        var relay = relayOf(this::taken);
        commit(
                IntStream.range(0, 501)
                        .mapToObj(n -> made(key, "n" + n))
                        .toArray(OutgoingEvent[]::new));

        try (var connection = dataSource.getConnection()) {
            // when
            assertThat(relay.relayBatch(connection)).isEqualTo(500);
            assertThat(relay.wasFull()).isTrue();

            // then
            assertThat(relay.relayBatch(connection)).isOne();
            assertThat(relay.wasFull()).isFalse();
        }
    }

    @Test
    void what_is_parked_is_sealed_for_whom_it_is_about() throws Exception {
        // given
        var about = UuidCreator.getTimeOrderedEpoch();
        commit(made(key, "x".repeat(3 * 1024 * 1024)).with("correlationid", about.toString()));

        // when
        relay(relayOf(sender));

        // then
        assertThat(parked())
                .containsEntry("reason", "RecordTooLargeException")
                .containsEntry("sealed_for", about);
        var opened =
                new Sealing(vault, ParkedRows.COLUMN).open(about, (byte[]) parked().get("payload"));
        assertThat(opened).hasSizeGreaterThan(3 * 1024 * 1024);
    }

    @Test
    void where_none_of_the_rows_can_be_sent_the_relay_says_so() throws Exception {
        // given
        commit(made(key, "waits"));
        EventSender away =
                rows ->
                        new EventSender.Sent(
                                List.of(), Map.of(rows.getFirst(), new TimeoutException("away")));

        // when
        assertThatThrownBy(() -> relay(relayOf(away)))
                .isInstanceOf(OutboxRelay.BrokerUnavailable.class);

        // then
        assertThat(waiting()).isOne();
    }

    private EventSender.Sent taken(List<OutboxRow> rows) {
        return new EventSender.Sent(rows, Map.of());
    }

    private Map<String, Object> parked() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select reason, sealed_for, payload from messaging.outbox_parked")
                        .mapToMap()
                        .one());
    }

    private static OutgoingEvent made(String key, String name) {
        return OutgoingEvent.of("things.thing.made.v1", Map.of("name", name))
                .to("relayed", key)
                .at(NOW);
    }

    private void commit(OutgoingEvent... events) {
        QuarkusTransaction.requiringNew().run(() -> List.of(events).forEach(outbox::add));
    }

    private OutboxRelay relayOf(EventSender by) {
        return new OutboxRelay(by, new ParkedRows(vault, alarms));
    }

    private void relay(OutboxRelay relay) throws SQLException, InterruptedException {
        try (var connection = dataSource.getConnection()) {
            while (relay.relayBatch(connection) > 0) {}
        }
    }

    private static List<String> published(String key) {
        return TestTopics.read("relayed", key).stream()
                .map(message -> message.json().path("name").asText())
                .toList();
    }

    private static List<String> ids(String key) {
        return TestTopics.read("relayed", key).stream()
                .map(message -> message.attribute("id"))
                .toList();
    }

    private int waiting() {
        return count("outbox");
    }

    private int count(String table) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select count(*) from messaging." + table)
                        .mapTo(Integer.class)
                        .one());
    }
}
