package org.redress.platform.messaging;

import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What is gathered one by one in a transaction and done in one go right before it commits: the
 * events of a batch become a few statements instead of a few each.
 *
 * @param <T> what it is gathered in
 */
public final class PerTransaction<T> {

    private final TransactionSynchronizationRegistry transaction;
    private final Supplier<T> empty;
    private final Consumer<T> inOneGo;

    /** Begins {@code empty} in each transaction; what has been gathered is done {@code inOneGo}. */
    public PerTransaction(
            TransactionSynchronizationRegistry transaction,
            Supplier<T> empty,
            Consumer<T> inOneGo) {
        this.transaction = transaction;
        this.empty = empty;
        this.inOneGo = inOneGo;
    }

    /**
     * What the running transaction has gathered so far.
     *
     * @throws IllegalStateException without a transaction
     */
    @SuppressWarnings("unchecked") // Nobody else keeps anything under this key.
    public T gathered() {
        if (transaction.getResource(this) != null) {
            return (T) transaction.getResource(this);
        }
        var gathered = empty.get();
        transaction.putResource(this, gathered);
        transaction.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {
                        inOneGo.accept(gathered);
                    }

                    @Override
                    public void afterCompletion(int status) {}
                });
        return gathered;
    }
}
