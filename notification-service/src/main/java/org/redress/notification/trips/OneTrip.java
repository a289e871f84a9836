package org.redress.notification.trips;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * What one transaction writes to a table, however many events it applies: collected, and written
 * together right before it commits, or as soon as something in it wants to see it.
 *
 * @param <K> what of several rows makes them the same one
 */
public final class OneTrip<K, V> {
    private final TransactionSynchronizationRegistry transaction;
    private final BinaryOperator<V> merge;
    private final Function<List<V>, Runnable> write;

    /**
     * @param merge what is written of two that are the same: the earlier, the later
     * @param write writes rows; what it returns is run if and when they are committed
     */
    public OneTrip(
            TransactionSynchronizationRegistry transaction,
            BinaryOperator<V> merge,
            Function<List<V>, Runnable> write) {
        this.transaction = transaction;
        this.merge = merge;
        this.write = write;
    }

    /** Writes it before the running transaction commits; without one it is refused. */
    public void add(K key, V value) {
        var begun = collected();
        if (begun == null) {
            begun = new Collected();
            transaction.putResource(this, begun);
            transaction.registerInterposedSynchronization(begun);
        }
        begun.add(key, value);
    }

    /** Writes what has been collected so far: what follows in this transaction sees it. */
    public void flush() {
        var begun = transaction.getTransactionKey() == null ? null : collected();
        if (begun != null) {
            begun.flush();
        }
    }

    @SuppressWarnings("unchecked") // nobody else has this key
    private Collected collected() {
        return (Collected) transaction.getResource(this);
    }

    private final class Collected implements Synchronization {
        private final Map<K, V> rows = new LinkedHashMap<>();
        private final List<Runnable> onceCommitted = new ArrayList<>();
        private boolean completes;

        void add(K key, V value) {
            rows.merge(key, value, merge);
            if (completes) {
                flush();
            }
        }

        void flush() {
            if (!rows.isEmpty()) {
                var now = List.copyOf(rows.values());
                rows.clear();
                onceCommitted.add(write.apply(now));
            }
        }

        @Override
        public void beforeCompletion() {
            completes = true;
            flush();
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                onceCommitted.forEach(Runnable::run);
            }
        }
    }
}
