package org.redress.platform.messaging;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction tells one by one and writes in one trip, however many events it applies:
 * right before it commits, or as soon as something in it wants to see it. What the commit itself
 * still tells is written at once.
 *
 * @param <T> one of the things that are written together
 */
public final class OneTrip<T> {

    private final TransactionSynchronizationRegistry transaction;
    private final Function<List<T>, Runnable> write;

    private OneTrip(
            TransactionSynchronizationRegistry transaction, Function<List<T>, Runnable> write) {
        this.transaction = transaction;
        this.write = write;
    }

    /** Each transaction's things are given to {@code write}, in the order in which they came. */
    public static <T> OneTrip<T> to(
            TransactionSynchronizationRegistry transaction, Consumer<List<T>> write) {
        return new OneTrip<>(
                transaction,
                things -> {
                    write.accept(things);
                    return () -> {};
                });
    }

    /** As {@link #to}; what {@code write} returns is run if and when the things are committed. */
    public static <T> OneTrip<T> andThen(
            TransactionSynchronizationRegistry transaction, Function<List<T>, Runnable> write) {
        return new OneTrip<>(transaction, write);
    }

    /**
     * Adds to what the running transaction writes.
     *
     * @throws IllegalStateException without a transaction
     */
    public void add(T thing) {
        addAll(List.of(thing));
    }

    /** As {@link #add}, several at once. */
    public void addAll(Collection<T> things) {
        var begun = begun();
        if (begun == null) {
            begun = new Unwritten();
            transaction.putResource(this, begun);
            transaction.registerInterposedSynchronization(begun);
        }
        begun.addAll(things);
    }

    /** Writes what has been added so far: what follows in this transaction sees it. */
    public void flush() {
        var begun = transaction.getTransactionKey() == null ? null : begun();
        if (begun != null) {
            begun.flush();
        }
    }

    @SuppressWarnings("unchecked") // Nobody else keeps anything under this key.
    private @Nullable Unwritten begun() {
        return (Unwritten) transaction.getResource(this);
    }

    private final class Unwritten implements Synchronization {

        private final List<T> things = new ArrayList<>();
        private final List<Runnable> onceCommitted = new ArrayList<>();
        private boolean completes;

        void addAll(Collection<T> more) {
            things.addAll(more);
            if (completes) {
                flush();
            }
        }

        void flush() {
            if (!things.isEmpty()) {
                var now = List.copyOf(things);
                things.clear();
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
