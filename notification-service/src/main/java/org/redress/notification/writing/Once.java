package org.redress.notification.writing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that several need and that is done once, by whoever comes first; the others wait, and
 * have what came of it, a failure too.
 */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> work;
    private @Nullable Supplier<T> done;

    Once(Supplier<T> work) {
        this.work = work;
    }

    @Override
    public T get() {
        return ended().get();
    }

    private synchronized Supplier<T> ended() {
        var ended = done;
        if (ended == null) {
            ended = end();
            done = ended;
        }
        return ended;
    }

    private Supplier<T> end() {
        try {
            var result = work.get();
            return () -> result;
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        }
    }
}
