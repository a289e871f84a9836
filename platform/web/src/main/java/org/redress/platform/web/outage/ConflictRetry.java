package org.redress.platform.web.outage;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Tries a transaction again, at most {@value #TRIES} times in all, after a short random pause. */
@Interceptor
@RetriedOnConflict
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class ConflictRetry {

    private static final int TRIES = 4;
    private static final long MAX_PAUSE_MILLIS = 25;

    /** Outside of the interceptor that begins the transaction. */
    @AroundInvoke
    Object around(InvocationContext invocation) throws Exception {
        return QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION
                ? call(invocation::proceed)
                : invocation.proceed();
    }

    /**
     * Runs a whole transaction, again where it was in the way of another.
     *
     * @throws Exception of the last try, or of any try that failed for another reason
     */
    public static <T> T call(Callable<T> transaction) throws Exception {
        for (int left = TRIES - 1; ; left--) {
            try {
                return transaction.call();
            } catch (Exception e) {
                if (left == 0 || !SqlFailures.isConflict(e)) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(
                        ThreadLocalRandom.current().nextLong(1, MAX_PAUSE_MILLIS * (TRIES - left)));
            }
        }
    }
}
