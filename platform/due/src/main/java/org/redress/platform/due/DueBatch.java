package org.redress.platform.due;

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
    private static final int SIZE = 100;
    private static final Duration PUT_OFF = Duration.ofMinutes(1);

    @Override
    public String name() {
        return rows.name();
    }

    @Override
    public int fire(Instant now) {
        List<UUID> due = rows.due(now, SIZE);
        if (due.isEmpty()) {
            return 0;
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> rows.fire(due, now));
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.debugf(Wordless.of(failure), "batch of %d fired one by one", due.size());
            return due.stream().mapToInt(row -> fireAlone(row, now)).sum();
        }
    }

    private int fireAlone(UUID row, Instant now) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> rows.fire(List.of(row), now));
        } catch (RuntimeException | StackOverflowError failure) {
            return putOff(row, now, failure) ? 1 : 0;
        }
    }

    private boolean putOff(UUID row, Instant now, Throwable failure) {
        boolean stillDue =
                QuarkusTransaction.requiringNew()
                        .call(() -> rows.postpone(row, now, now.plus(PUT_OFF)));
        if (stillDue) {
            LOG.errorf(Wordless.of(failure), "not fired, put off row=%s for=%s", row, PUT_OFF);
            rows.wasPutOff(row, failure);
        } else {
            LOG.infof("not fired, no longer due row=%s cause=%s", row, failure.getClass());
        }
        return stillDue;
    }

    @Override
    public Optional<Instant> next() {
        return rows.next();
    }

    @Override
    public int rank() {
        return rows.rank();
    }
}
