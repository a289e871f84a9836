package org.redress.local;

import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Several slow things at the same time. */
final class Together {

    private Together() {}

    /**
     * Does the action with each item and returns when all have ended.
     *
     * @param giveUp is called at the first failure, to make the others end early
     * @throws RuntimeException the first failure
     */
    static <T> void each(Collection<T> items, Consumer<? super T> action, Runnable giveUp) {
        AtomicReference<@Nullable RuntimeException> first = new AtomicReference<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T item : items) {
                threads.execute(() -> {
                    try {
                        action.accept(item);
                    } catch (RuntimeException e) {
                        if (first.compareAndSet(null, e)) {
                            giveUp.run();
                        }
                    }
                });
            }
        }
        RuntimeException failure = first.get();
        if (failure != null) {
            throw failure;
        }
    }
}
