package org.redress.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Calls whose checked exceptions nobody here can do anything about. */
public final class Unchecked {
    private Unchecked() {}

    /** Something that returns nothing. */
    public interface Action {
        void run() throws Exception;
    }

    /**
     * What the call returns.
     *
     * @throws UncheckedIOException instead of an IOException
     * @throws IllegalStateException instead of any other checked exception
     */
    public static <T extends @Nullable Object> T get(Callable<T> call) {
        try {
            return call.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static void run(Action action) {
        Unchecked.<@Nullable Object>get(() -> {
            action.run();
            return null;
        });
    }
}
