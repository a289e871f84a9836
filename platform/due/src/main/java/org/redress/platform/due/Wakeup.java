package org.redress.platform.due;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Wakes the loop earlier than it meant to, when something earlier has been set meanwhile. */
@ApplicationScoped
public class Wakeup {

    private final TransactionSynchronizationRegistry transaction;
    private volatile @Nullable Loop loop;

    /** For the container, and for tests that listen to what is set. */
    protected Wakeup(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    void of(Loop loop) {
        this.loop = loop;
    }

    /** Something is due at this instant; it counts once the running transaction has committed. */
    public void at(Instant due) {
        if (transaction.getTransactionStatus() == Status.STATUS_ACTIVE) {
            transaction.registerInterposedSynchronization(new AfterCommit(due));
        } else {
            wake(due);
        }
    }

    private void wake(Instant due) {
        var sleeper = loop;
        if (sleeper != null) {
            sleeper.wakeAt(due);
        }
    }

    private final class AfterCommit implements Synchronization {

        private final Instant due;

        AfterCommit(Instant due) {
            this.due = due;
        }

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                wake(due);
            }
        }
    }
}
