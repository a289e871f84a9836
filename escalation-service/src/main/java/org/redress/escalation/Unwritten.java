package org.redress.escalation;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.redress.platform.messaging.PerTransaction;

/**
 * Rows that a transaction writes in one go: before it commits, or before it reads the table.
 *
 * @param <T> what one row tells
 */
public final class Unwritten<T> {

    private final TransactionSynchronizationRegistry transaction;
    private final PerTransaction<List<T>> rows;
    private final Consumer<List<T>> insert;

    public Unwritten(TransactionSynchronizationRegistry transaction, Consumer<List<T>> insert) {
        this.transaction = transaction;
        this.rows = new PerTransaction<>(transaction, ArrayList::new, this::write);
        this.insert = insert;
    }

    public void addAll(List<T> more) {
        rows.gathered().addAll(more);
    }

    /**
     * Writes them now, for somebody who is about to read; outside of a transaction there are none.
     */
    public void write() {
        if (transaction.getTransactionKey() != null) {
            write(rows.gathered());
        }
    }

    private void write(List<T> unwritten) {
        if (!unwritten.isEmpty()) {
            insert.accept(List.copyOf(unwritten));
            unwritten.clear();
        }
    }
}
