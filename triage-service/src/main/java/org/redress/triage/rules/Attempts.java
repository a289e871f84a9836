package org.redress.triage.rules;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does work that may fail in any way: in a thread of its own, so that neither an error nor work
 * that does not end reaches whoever waits for the case.
 */
final class Attempts {

    private static final Logger LOG = Logger.getLogger(Attempts.class);

    private final ExecutorService threads =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("judging-", 0).factory());
    private final Duration budget;

    Attempts(Duration budget) {
        this.budget = budget;
    }

    /** The result; empty if the work fails, by an error too, or takes longer than the budget. */
    <T> Optional<T> attempt(String work, Callable<T> task) {
        @Nullable Future<T> result = null;
        try {
            result = threads.submit(task);
            return Optional.of(result.get(budget.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a case was being judged", e);
        } catch (ExecutionException e) {
            LOG.errorf(e.getCause(), "failed work=%s", work);
        } catch (TimeoutException e) {
            LOG.errorf("not done in time work=%s budget=%s", work, budget);
        } catch (OutOfMemoryError e) {
            LOG.errorf(e, "no thread for it work=%s", work);
        } finally {
            if (result != null) {
                result.cancel(true);
            }
        }
        return Optional.empty();
    }
}
