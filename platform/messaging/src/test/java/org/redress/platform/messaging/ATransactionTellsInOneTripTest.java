package org.redress.platform.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.platform.due.Loops;

@WithInfrastructure
class ATransactionTellsInOneTripTest {

    private final String key = UuidCreator.getTimeOrderedEpoch().toString();
    private final Outbox outbox;
    private final Jdbi jdbi;
    private final TransactionSynchronizationRegistry transaction;
    private final ActiveRelay active;
    private final Loops loops;

    ATransactionTellsInOneTripTest(
            Outbox outbox,
            Jdbi jdbi,
            TransactionSynchronizationRegistry transaction,
            ActiveRelay active,
            Loops loops) {
        this.outbox = outbox;
        this.jdbi = jdbi;
        this.transaction = transaction;
        this.active = active;
        this.loops = loops;
    }

    @BeforeEach
    void every_insert_is_counted() {
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        truncate messaging.outbox;
                        create table if not exists messaging.insert_seen (n int);
                        truncate messaging.insert_seen
                        """));
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        create or replace function messaging.see() returns trigger language plpgsql as
                        $$ begin insert into messaging.insert_seen values (1); return null; end $$
                        """));
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        create or replace trigger see after insert on messaging.outbox
                            for each statement execute function messaging.see()
                        """));
    }

    @AfterEach
    void nobody_counts() {
        jdbi.useHandle(handle -> handle.execute("drop trigger see on messaging.outbox"));
    }

    @Test
    void however_many_events_it_publishes_and_their_order_is_kept() {
        // when
        QuarkusTransaction.requiringNew()
                .run(() -> IntStream.range(0, 50).forEach(n -> outbox.add(event(n))));

        // then
        assertThat(count("insert_seen")).isOne();
        assertThat(payloads())
                .isEqualTo(IntStream.range(0, 50).mapToObj("{\"n\":%d}"::formatted).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void what_is_published_while_it_commits_is_published_too(int before) {
        // when
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    IntStream.range(0, before).forEach(n -> outbox.add(event(n)));
                    transaction.registerInterposedSynchronization(
                            new Synchronization() {
                                @Override
                                public void beforeCompletion() {
                                    outbox.add(event(before));
                                }

                                @Override
                                public void afterCompletion(int status) {}
                            });
                });

        // then
        assertThat(payloads())
                .isEqualTo(
                        IntStream.rangeClosed(0, before)
                                .mapToObj("{\"n\":%d}"::formatted)
                                .toList());
    }

    @Test
    void a_row_that_cannot_be_written_undoes_the_transaction_and_shows_why() {
        // given
        jdbi.useHandle(handle ->
                handle.execute(
                        "alter table messaging.outbox add constraint none check (key <> '%s')"
                                .formatted(key)));

        // when
        try {
            assertThatThrownBy(() ->
                            QuarkusTransaction.requiringNew()
                                    .run(() -> {
                                        jdbi.useHandle(handle ->
                                                handle.execute(
                                                        "insert into effect (key, name) values (?, 'undone')",
                                                        key));
                                        outbox.add(event(1));
                                    }))
                    .satisfies(failure -> assertThat(Blame.of(failure)).isEqualTo(Blame.EVENT));
        } finally {
            jdbi.useHandle(
                    handle -> handle.execute("alter table messaging.outbox drop constraint none"));
        }

        // then
        assertThat(payloads()).isEmpty();
        assertThat(effects()).isEmpty();
    }

    @Test
    void the_relay_is_woken_once_it_has_committed_and_not_when_it_was_undone() throws Exception {
        // given
        var woken = new Semaphore(0);
        var relay =
                loops.start(
                        "relay",
                        () -> {
                            woken.release();
                            return Duration.ofMinutes(1);
                        });
        assertThat(woken.tryAcquire(10, SECONDS)).isTrue();
        active.comes(relay);
        try {
            // when
            assertThatThrownBy(() ->
                            QuarkusTransaction.requiringNew()
                                    .run(() -> {
                                        outbox.add(event(1));
                                        throw new IllegalStateException("undo");
                                    }))
                    .hasMessage("undo");
            QuarkusTransaction.requiringNew().run(() -> outbox.add(event(2)));

            // then
            assertThat(woken.tryAcquire(10, SECONDS)).isTrue();
        } finally {
            active.goes();
            loops.stop(relay);
        }
    }

    private OutgoingEvent event(int n) {
        return OutgoingEvent.of("things.thing.made.v1", Map.of("n", n))
                .to("relayed", key)
                .at(Instant.EPOCH);
    }

    private List<String> payloads() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select convert_from(payload, 'UTF8') from messaging.outbox order by seq")
                        .mapTo(String.class)
                        .list());
    }

    private List<String> effects() {
        return jdbi.withHandle(handle ->
                handle.createQuery("select name from effect where key = ?")
                        .bind(0, key)
                        .mapTo(String.class)
                        .list());
    }

    private int count(String table) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select count(*) from messaging." + table)
                        .mapTo(Integer.class)
                        .one());
    }
}
