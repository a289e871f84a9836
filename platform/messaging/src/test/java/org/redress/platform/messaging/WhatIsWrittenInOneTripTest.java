package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@WithInfrastructure
class WhatIsWrittenInOneTripTest {

    private final TransactionSynchronizationRegistry transaction;
    private final List<String> happened = new ArrayList<>();
    private final OneTrip<String> trip;

    WhatIsWrittenInOneTripTest(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
        this.trip =
                OneTrip.andThen(
                        transaction,
                        things -> {
                            happened.add("writes " + things);
                            return () -> happened.add("committed " + things);
                        });
    }

    @Test
    void is_written_before_the_commit_in_its_order() {
        // when
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    trip.add("a");
                    trip.addAll(List.of("b", "c"));
                    happened.add("ends");
                });

        // then
        assertThat(happened).containsExactly("ends", "writes [a, b, c]", "committed [a, b, c]");
    }

    @Test
    void is_written_as_soon_as_somebody_wants_to_see_it_and_not_again() {
        // when
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    trip.add("a");
                    trip.flush();
                    trip.flush();
                    happened.add("ends");
                    trip.add("b");
                });

        // then
        assertThat(happened)
                .containsExactly(
                        "writes [a]", "ends", "writes [b]", "committed [a]", "committed [b]");
    }

    @Test
    void is_written_at_once_if_the_commit_itself_tells_it() {
        // given
        var first = OneTrip.to(transaction, things -> trip.add("told late"));

        // when
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    trip.add("a");
                    first.add("leads to more");
                });

        // then
        assertThat(happened).startsWith("writes [a]", "writes [told late]");
    }

    @Test
    void is_gone_with_its_transaction() {
        // when
        assertThatThrownBy(() ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> {
                                    trip.add("a");
                                    throw new IllegalStateException("rolled back");
                                }))
                .hasMessageContaining("rolled back");
        QuarkusTransaction.requiringNew().run(() -> trip.add("b"));

        // then
        assertThat(happened).containsExactly("writes [b]", "committed [b]");
    }

    @Test
    void needs_a_transaction_to_be_added_to_and_none_to_be_looked_at() {
        trip.flush();
        assertThat(happened).isEmpty();
        assertThatThrownBy(() -> trip.add("a")).isInstanceOf(IllegalStateException.class);
    }
}
