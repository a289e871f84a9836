package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestBroker;
import org.redress.local.testing.TestTopics;
import org.redress.platform.vault.Vault;

/** A real broker takes what it takes; what is sent again must not have been overtaken meanwhile. */
@WithInfrastructure
class TheOrderOfAKeyHoldsTest {

    private static final Duration BOUND = Duration.ofSeconds(60);

    private final String key = UuidCreator.getTimeOrderedEpoch().toString();
    private final Outbox outbox;
    private final DataSource dataSource;
    private final Jdbi jdbi;
    private final ParkedRows parked;
    private final EventProducer producer;
    private final AtomicLong nanos = new AtomicLong();

    TheOrderOfAKeyHoldsTest(
            Outbox outbox,
            DataSource dataSource,
            Jdbi jdbi,
            Vault vault,
            Alarms alarms,
            EventProducer producer) {
        this.outbox = outbox;
        this.dataSource = dataSource;
        this.jdbi = jdbi;
        this.parked = new ParkedRows(vault, alarms);
        this.producer = producer;
    }

    @BeforeEach
    void an_empty_outbox() {
        jdbi.useHandle(handle ->
                handle.execute("truncate messaging.outbox; truncate messaging.outbox_parked"));
    }

    @Test
    void when_one_record_in_the_middle_fails_nothing_behind_it_reaches_the_broker()
            throws Exception {
        // given
        publish(0, 20);
        var relay = relay(failingOnceAt(7, producer.producer()));

        // when
        try (var connection = dataSource.getConnection()) {
            relay.relayBatch(connection);
            assertThat(arrived()).isEqualTo(numbers(0, 7));
            assertThat(relay.relayBatch(connection)).isZero();
            nanos.addAndGet(Duration.ofSeconds(1).toNanos() + 1);
            assertThat(relay.relayBatch(connection)).isEqualTo(13);
        }

        // then
        assertThat(arrived()).isEqualTo(numbers(0, 20));
    }

    @Test
    void another_key_goes_on_meanwhile() throws Exception {
        // given
        publish(0, 3);
        var other = key + "-other";
        QuarkusTransaction.requiringNew().run(() -> outbox.add(event(other, 0)));
        var relay = relay(failingOnceAt(0, producer.producer()));

        // when
        try (var connection = dataSource.getConnection()) {
            relay.relayBatch(connection);
        }

        // then
        assertThat(TestTopics.read("relayed", other)).hasSize(1);
        assertThat(arrived()).isEmpty();
    }

    @Test
    void a_broker_that_goes_away_in_the_middle_gets_everything_in_order() throws Exception {
        // given
        publish(0, 400);
        var impatient =
                Map.<String, Object>of(
                        "delivery.timeout.ms",
                        1_500,
                        "request.timeout.ms",
                        500,
                        "max.block.ms",
                        500);
        var settings = new HashMap<>(TestTopics.admin().settings());
        settings.putAll(impatient);
        settings.put("acks", "all");

        // when
        try (var sending =
                        new KafkaProducer<>(
                                settings, new StringSerializer(), new ByteArraySerializer());
                var connection = dataSource.getConnection()) {
            var sent = new AtomicInteger();
            var relay = relay(counting(sent, sending));
            var relaying = Thread.startVirtualThread(() -> relayAll(relay, connection));
            await().atMost(BOUND).until(() -> sent.get() > 50);
            TestBroker.stop();
            try {
                await().during(Duration.ofSeconds(3)).atMost(BOUND).until(relaying::isAlive);
            } finally {
                TestBroker.start();
            }
            assertThat(relaying.join(BOUND)).isTrue();
        }

        // then
        assertThat(waiting()).isZero();
        assertThat(arrived().stream().distinct().toList()).isEqualTo(numbers(0, 400));
        assertThat(arrived()).isSorted();
    }

    private void relayAll(OutboxRelay relay, Connection connection) {
        while (waiting() > 0) {
            try {
                relay.relayBatch(connection);
                nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            } catch (OutboxRelay.BrokerUnavailable away) {
                // As the loop does: it tries again.
                nanos.addAndGet(Duration.ofSeconds(2).toNanos());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    private OutboxRelay relay(Producer<String, byte[]> by) {
        return new OutboxRelay(EventSender.to(by), parked, nanos::get);
    }

    private void publish(int from, int to) {
        QuarkusTransaction.requiringNew()
                .run(() -> numbers(from, to).forEach(number -> outbox.add(event(key, number))));
    }

    private static OutgoingEvent event(String key, int number) {
        return OutgoingEvent.of(Envelopes.MADE, Map.of("number", number))
                .to("relayed", key)
                .at(Clock.systemUTC().instant())
                .with("mode", "REAL");
    }

    private List<Integer> arrived() {
        return TestTopics.read("relayed", key).stream()
                .map(message -> message.json().path("number").asInt())
                .toList();
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private int waiting() {
        return jdbi.withHandle(handle ->
                handle.createQuery("select count(*) from messaging.outbox")
                        .mapTo(Integer.class)
                        .one());
    }

    /** The n-th record is refused once; all others go to the real broker. */
    private static Producer<String, byte[]> failingOnceAt(int n, Producer<String, byte[]> real) {
        var sent = new AtomicInteger();
        return wrapped(
                real,
                () ->
                        sent.getAndIncrement() == n
                                ? CompletableFuture.failedFuture(
                                        new TopicAuthorizationException("not just now"))
                                : null);
    }

    private static Producer<String, byte[]> counting(
            AtomicInteger sent, Producer<String, byte[]> real) {
        return wrapped(
                real,
                () -> {
                    sent.incrementAndGet();
                    return null;
                });
    }

    @SuppressWarnings("unchecked")
    private static Producer<String, byte[]> wrapped(
            Producer<String, byte[]> real, Supplier<@Nullable CompletableFuture<?>> instead) {
        return (Producer<String, byte[]>)
                Proxy.newProxyInstance(
                        Producer.class.getClassLoader(),
                        new Class<?>[] {Producer.class},
                        (_, method, arguments) -> {
                            var answer = method.getName().equals("send") ? instead.get() : null;
                            if (answer != null) {
                                return answer;
                            }
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
