package org.redress.escalation.timer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Fires rows in batches, a transaction each. A batch that fails is gone through row by row, and the
 * row to blame is put off for a minute; the others don't wait for it.
 */
public record DueBatch(DueRows rows) implements DueWork {

    private static final Logger LOG = Logger.getLogger(DueBatch.class);
    private static final int SIZE = 200;
    private static final Duration PUT_OFF = Duration.ofMinutes(1);

    @Override
    public int fire(Instant now) {
        List<UUID> due = QuarkusTransaction.requiringNew().call(() -> rows.due(now, SIZE));
        if (due.isEmpty()) {
            return 0;
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> rows.fire(due, now));
        } catch (RuntimeException failure) {
            LOG.debugf(failure, "batch of %d fired one by one", due.size());
            return due.stream().mapToInt(row -> fireAlone(row, now)).sum();
        }
    }

    private int fireAlone(UUID row, Instant now) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> rows.fire(List.of(row), now));
        } catch (RuntimeException failure) {
            QuarkusTransaction.requiringNew().run(() -> rows.postpone(row, now.plus(PUT_OFF)));
            LOG.errorf(failure, "not fired, put off row=%s for=%s", row, PUT_OFF);
            return 0;
        }
    }

    @Override
    public Optional<Instant> next() {
        return QuarkusTransaction.requiringNew().call(rows::next);
    }
}
