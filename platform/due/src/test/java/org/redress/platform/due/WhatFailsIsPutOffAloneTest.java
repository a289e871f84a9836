package org.redress.platform.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.platform.due.Beginning.BEGINNING;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

@QuarkusTest
class WhatFailsIsPutOffAloneTest {

    private final MutableClock clock = Beginning.clock();
    private final Loops loops = new Loops(clock, new SimpleMeterRegistry());
    private final Set<UUID> failing = new HashSet<>();
    private final Shelf shelf = new Shelf(this::effect);

    private void effect(UUID row) {
        if (failing.contains(row)) {
            throw new IllegalStateException("this row never works");
        }
    }

    @Test
    void a_row_that_always_fails_does_not_keep_the_others_from_being_fired() {
        // given
        for (int i = 0; i < 250; i++) {
            failing.add(shelf.put(BEGINNING.minusSeconds(600)));
        }
        var good = shelf.put(BEGINNING.minusSeconds(1));

        // when
        int changed = loop(new DueBatch(shelf)).fireDue();

        // then
        assertThat(shelf.fired).containsExactly(good);
        assertThat(changed).isEqualTo(251);
        assertThat(shelf.putOff).containsExactlyInAnyOrderElementsOf(failing);
        assertThat(shelf.dueAt.values()).containsOnly(BEGINNING.plus(Duration.ofMinutes(1)));
    }

    @Test
    void a_row_that_was_stopped_meanwhile_is_not_wound_up_again_and_does_not_spin_the_loop() {
        // given
        var row = shelf.put(BEGINNING.minusSeconds(1));
        failing.add(row);

        // when
        int changed = loop(new DueBatch(new StoppedWhileFired(shelf, row))).fireDue();

        // then
        assertThat(changed).isZero();
        assertThat(shelf.dueAt).isEmpty();
        assertThat(shelf.putOff).isEmpty();
    }

    @Test
    void a_row_with_too_deep_a_structure_is_put_off_like_any_other() {
        // given
        var deep =
                new Shelf(_ -> {
                    throw new StackOverflowError();
                });
        deep.put(BEGINNING);

        // when
        loop(new DueBatch(deep)).fireDue();

        // then
        assertThat(deep.putOff).hasSize(1);
    }

    private DueLoop loop(DueWork... works) {
        return new DueLoop(
                List.of(works),
                clock,
                loops,
                new Wakeup(new NoTransaction()),
                new SimpleMeterRegistry(),
                false,
                List.of(),
                Duration.ZERO);
    }

    /** A table in which somebody stops the row between the failure and the putting off. */
    private record StoppedWhileFired(Shelf shelf, UUID row) implements DueRows {

        @Override
        public String name() {
            return shelf.name();
        }

        @Override
        public List<UUID> due(Instant now, int limit) {
            return shelf.due(now, limit);
        }

        @Override
        public int fire(List<UUID> rows, Instant now) {
            shelf.dueAt.remove(row);
            return shelf.fire(rows, now);
        }

        @Override
        public boolean postpone(UUID row, Instant now, Instant until) {
            return shelf.postpone(row, now, until);
        }

        @Override
        public Optional<Instant> next() {
            return shelf.next();
        }

        @Override
        public void wasPutOff(UUID row, Throwable failure) {
            shelf.wasPutOff(row, failure);
        }
    }
}
