package org.redress.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.local.testing.TestTopics.publish;
import static org.redress.local.testing.TestTopics.publishRaw;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestTopics;

@WithInfrastructure
class ReceivingTest {

    private static final Duration BOUND = Duration.ofSeconds(15);
    private static final String MADE = "things.thing.made.v1";

    private final String key = UuidCreator.getTimeOrderedEpoch().toString();
    private final Things things;
    private final MeterRegistry metrics;
    private final Effects effects;

    ReceivingTest(Things things, MeterRegistry metrics, Effects effects) {
        this.things = things;
        this.metrics = metrics;
        this.effects = effects;
    }

    @Test
    void an_event_that_comes_three_times_has_its_effect_once() {
        // when
        for (int i = 0; i < 3; i++) {
            publish(
                    "things",
                    key,
                    MADE,
                    Map.of("id", "id-of-" + key, "mode", "REAL"),
                    thing("kettle"));
        }
        publish("things", key, MADE, thing("last"));

        // then
        await().atMost(BOUND)
                .untilAsserted(
                        () -> assertThat(things.effects(key)).containsExactly("kettle", "last"));
    }

    @Test
    void one_that_comes_twice_in_one_batch_has_its_effect_once() {
        // given
        var applied = new AtomicInteger();
        var event =
                new IncomingEvent(
                        key, MADE, "/redress/test", "things", key, Instant.EPOCH, Map.of(), null);
        var delivery = new Delivery.Prepared(event, applied::incrementAndGet);

        // when
        QuarkusTransaction.requiringNew().run(() -> effects.applyOnce(List.of(delivery, delivery)));

        // then
        assertThat(applied).hasValue(1);
    }

    @Test
    void events_of_one_key_take_effect_in_their_order_though_rubbish_lies_between() {
        // given
        var dice = new Random(20261122);

        // when
        for (int i = 0; i < 60; i++) {
            if (dice.nextInt(4) == 0) {
                publishRaw("things", key, Map.of(), "rubbish".getBytes(UTF_8));
            }
            publish("things", key, MADE, thing("n" + i));
        }

        // then
        await().atMost(BOUND)
                .untilAsserted(() ->
                        assertThat(things.effects(key))
                                .hasSize(60)
                                .startsWith("n0", "n1", "n2")
                                .isSortedAccordingTo(
                                        (a, b) -> Integer.compare(number(a), number(b))));
    }

    @Test
    void what_is_no_event_goes_to_the_dead_letters_with_its_reason_and_the_next_goes_on() {
        // when
        publishRaw("things", key, Map.of(), "not ours".getBytes(UTF_8));
        publish("things", key, MADE, "{\"name\": ");
        publish("things", key, MADE, "{\"title\": \"no name\"}");
        publish("things", key, "com.example.other.v1", thing("foreign"));
        publish("things", key, MADE, thing("good"));

        // then
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(things.effects(key)).containsExactly("good"));
        // In one batch, what cannot be read is buried before what cannot be applied.
        assertThat(TestTopics.read("things.tester.dlq", key))
                .extracting(letter -> letter.headers().get("dead-letter-reason"))
                .containsExactlyInAnyOrder(
                        "not a CloudEvent",
                        "Thing: not JSON",
                        "Thing: not valid at ''",
                        "foreign type");
    }

    @Test
    void a_type_of_ours_that_nobody_here_reads_is_passed_over() {
        // when
        publish("things", key, "things.thing.sold.v1", thing("sold"));
        publish("things", key, MADE, thing("made"));

        // then
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(things.effects(key)).containsExactly("made"));
        assertThat(TestTopics.read("things.tester.dlq", key)).isEmpty();
    }

    @Test
    void an_effect_that_fails_each_time_is_undone_and_kept_as_a_dead_letter() {
        // given
        int triesBefore = things.tries();
        double lettersBefore = metrics.counter("dead.letters", "topic", "things").count();

        // when
        publish("things", key, MADE, thing("before"));
        publish("things", key, MADE, thing("bug"));
        publish("things", key, MADE, thing("after"));

        // then
        await().atMost(BOUND)
                .untilAsserted(
                        () -> assertThat(things.effects(key)).containsExactly("before", "after"));
        assertThat(TestTopics.read("things.tester.dlq", key))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.text()).doesNotContain("bug");
                    assertThat(letter.headers())
                            .containsEntry("dead-letter-reason", "IllegalStateException")
                            .containsEntry("dead-letter-topic", "things")
                            .containsEntry("dead-letter-sealed-for", key)
                            .containsKeys("dead-letter-partition", "dead-letter-offset");
                });
        assertThat(things.tries() - triesBefore).isBetween(5, 6);
        assertThat(metrics.counter("dead.letters", "topic", "things").count())
                .isEqualTo(lettersBefore + 1);
    }

    private static String thing(String name) {
        return "{\"name\": \"%s\"}".formatted(name);
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(1));
    }
}
