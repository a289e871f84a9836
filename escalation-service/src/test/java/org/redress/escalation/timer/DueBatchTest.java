package org.redress.escalation.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.redress.escalation.WithEscalation;

@WithEscalation
class DueBatchTest {

    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");

    @Test
    void a_row_that_cannot_be_fired_is_put_off_and_the_others_are_not() {
        var rows = new Rows(new UUID(0, 3));

        int fired = new DueBatch(rows).fire(NOW);

        assertThat(fired).isEqualTo(4);
        assertThat(rows.fired)
                .containsExactly(new UUID(0, 1), new UUID(0, 2), new UUID(0, 4), new UUID(0, 5));
        assertThat(rows.putOff).containsExactly(new UUID(0, 3));
    }

    /** Five rows, one of which is broken. */
    private static final class Rows implements DueRows {

        private final UUID broken;
        private final List<UUID> fired = new ArrayList<>();
        private final List<UUID> putOff = new ArrayList<>();

        private Rows(UUID broken) {
            this.broken = broken;
        }

        @Override
        public List<UUID> due(Instant now, int limit) {
            return LongStream.rangeClosed(1, 5).mapToObj(id -> new UUID(0, id)).toList();
        }

        @Override
        public int fire(List<UUID> rows, Instant now) {
            if (rows.contains(broken)) {
                throw new IllegalStateException("broken row");
            }
            fired.addAll(rows);
            return rows.size();
        }

        @Override
        public void postpone(UUID row, Instant until) {
            putOff.add(row);
        }

        @Override
        public Optional<Instant> next() {
            return Optional.empty();
        }
    }
}
