package org.redress.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AReaderForgetsNothingTest {

    private static final TopicPartition THINGS = new TopicPartition("things", 0);

    private static final long WAS_THERE = 2;

    private final RememberedListener broker = new RememberedListener();
    private final List<String> applied = new ArrayList<>();
    private long end;
    private boolean stops;

    private final Reader reader = new Reader("events", Set.of("things"), () -> broker, this::apply);

    AReaderForgetsNothingTest() {
        broker.schedulePollTask(() -> {
            broker.rebalance(Set.of(THINGS));
            broker.updateBeginningOffsets(Map.of(THINGS, 0L));
            broker.updateEndOffsets(Map.of(THINGS, WAS_THERE));
        });
        reader.pass();
    }

    @Test
    void it_has_caught_up_when_it_has_applied_what_was_there_at_its_start() {
        // given
        send("a");
        reader.pass();
        assertThat(reader.hasCaughtUp()).isFalse();
        send("b");
        stops = true;
        assertThatThrownBy(reader::pass).isInstanceOf(Batches.Stopped.class);
        assertThat(reader.hasCaughtUp()).isFalse();

        // when
        stops = false;
        end = 1;
        send("b");
        reader.pass();

        // then
        assertThat(reader.hasCaughtUp()).isTrue();
    }

    @Test
    void what_comes_while_a_batch_is_applied_is_one_batch() {
        // given
        send("a", "b", "c");

        // when
        reader.pass();

        // then
        assertThat(applied).containsExactly("a b c");
    }

    @Test
    void what_comes_after_the_client_fetched_ahead_is_of_the_same_batch() {
        // given
        send("a", "b");
        broker.schedulePollTask(() -> {});
        broker.schedulePollTask(() -> send("c", "d"));

        // when
        reader.pass();

        // then
        assertThat(applied).containsExactly("a b c d");
        broker.listener().onPartitionsRevoked(Set.of(THINGS));
        assertThat(broker.committed(Set.of(THINGS)).get(THINGS).offset()).isEqualTo(4);
    }

    @Test
    void what_was_taken_is_taken_again_when_the_second_look_is_broken_off() {
        // given
        send("a", "b");
        broker.schedulePollTask(() -> {});
        broker.schedulePollTask(() -> {
            throw new WakeupException();
        });

        // when
        reader.pass();

        // then
        assertThat(applied).isEmpty();
        assertThat(broker.position(THINGS)).isZero();
    }

    @Test
    void what_somebody_else_has_by_now_is_left_to_them() {
        // given
        send("a");
        broker.schedulePollTask(() -> {});
        broker.schedulePollTask(() -> {
            broker.rebalance(Set.of());
            throw new WakeupException();
        });

        // when
        reader.pass();

        // then
        assertThat(applied).isEmpty();
    }

    @Test
    void what_could_not_be_applied_is_read_again() {
        // given
        send("a", "b");
        stops = true;

        // when
        assertThatThrownBy(reader::pass).isInstanceOf(Batches.Stopped.class);

        // then
        assertThat(applied).isEmpty();
        assertThat(broker.position(THINGS)).isZero();
    }

    @Test
    void whoever_gives_a_partition_up_has_committed_what_was_applied() {
        // given
        send("a", "b");
        reader.pass();

        // when
        broker.listener().onPartitionsRevoked(Set.of(THINGS));

        // then
        assertThat(broker.committed(Set.of(THINGS)).get(THINGS).offset()).isEqualTo(2);
    }

    @Test
    void nothing_is_committed_of_what_was_not_applied() {
        // given
        send("a");
        reader.pass();
        send("b");
        stops = true;
        assertThatThrownBy(reader::pass).isInstanceOf(Batches.Stopped.class);

        // when
        broker.listener().onPartitionsRevoked(Set.of(THINGS));

        // then
        assertThat(broker.committed(Set.of(THINGS)).get(THINGS).offset()).isEqualTo(1);
    }

    @Test
    void at_the_end_it_lets_go() {
        // when
        reader.close(Duration.ZERO);

        // then
        assertThat(broker.closed()).isTrue();
    }

    /** The mock does not tell its listener of a rebalance; the test does. */
    private static final class RememberedListener extends MockConsumer<String, byte[]> {

        private @Nullable ConsumerRebalanceListener listener;

        RememberedListener() {
            super("earliest");
        }

        ConsumerRebalanceListener listener() {
            return requireNonNull(listener);
        }

        @Override
        public synchronized void subscribe(
                Collection<String> topics, ConsumerRebalanceListener listener) {
            this.listener = listener;
            super.subscribe(topics, listener);
        }
    }

    private void send(String... names) {
        for (var name : names) {
            broker.addRecord(new ConsumerRecord<>("things", 0, end++, "key", name.getBytes(UTF_8)));
        }
    }

    private void apply(ConsumerRecords<String, byte[]> records) {
        if (stops) {
            throw new Batches.Stopped();
        }
        var names = new ArrayList<String>();
        records.forEach(each -> names.add(new String(each.value(), UTF_8)));
        applied.add(String.join(" ", names));
    }
}
