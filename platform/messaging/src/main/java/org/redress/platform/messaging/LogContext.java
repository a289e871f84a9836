package org.redress.platform.messaging;

import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * What each line of the log is about while an event is worked on: {@code case}, the number in its
 * subject, and {@code correlationid}. Both are ids and tell of no person.
 */
final class LogContext {

    private static final String NUMBER = "case";
    private static final String CORRELATION = "correlationid";

    private LogContext() {}

    static void within(IncomingEvent event, Runnable work) {
        var number = MDC.get(NUMBER);
        var correlation = MDC.get(CORRELATION);
        put(NUMBER, event.extension("subject"));
        put(CORRELATION, event.extension(CORRELATION));
        try {
            work.run();
        } finally {
            put(NUMBER, number);
            put(CORRELATION, correlation);
        }
    }

    private static void put(String name, @Nullable Object value) {
        if (value == null) {
            MDC.remove(name);
        } else {
            MDC.put(name, value);
        }
    }
}
