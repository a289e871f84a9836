package org.redress.platform.messaging;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Who is to blame when an event could not be applied. An event may only be buried for what is its
 * own fault; whatever is not known to be that is the world's, which mends itself or is mended.
 */
enum Blame {

    /** It will never be readable. */
    UNREADABLE,

    /** Its data: provably its own fault, once a few tries have shown that no lost race was it. */
    EVENT,

    /** A bug here or its own fault: its own, as long as others go well. */
    UNCLEAR,

    /** An outage of any kind: tried for ever. */
    WORLD;

    /** SQLSTATE classes: data exception, integrity constraint violation, program limit exceeded. */
    private static final Set<String> OWN_FAULT = Set.of("22", "23", "54");

    /** Dynamic SQL, unsupported feature, cardinality, aborted transaction, raised by a function. */
    private static final Set<String> BUG_CLASSES = Set.of("07", "0A", "21", "P0");

    private static final String IN_FAILED_TRANSACTION = "25P02";

    static Blame of(Throwable failure) {
        var causes = causes(failure);
        if (causes.stream().anyMatch(UnreadableEvent.class::isInstance)) {
            return UNREADABLE;
        }
        var states = causes.stream().flatMap(Blame::state).toList();
        if (!states.isEmpty()) {
            return ofStates(states);
        }
        if (causes.stream().anyMatch(Blame::isOutage)) {
            return WORLD;
        }
        var root = causes.getLast();
        return root instanceof IllegalArgumentException
                        || root instanceof DateTimeException
                        || root instanceof ArithmeticException
                ? EVENT
                : UNCLEAR;
    }

    /** The name of what failed first, without its message, which may hold anybody's words. */
    static String reason(Throwable failure) {
        var causes = causes(failure);
        var unreadable = causes.stream().filter(UnreadableEvent.class::isInstance).findFirst();
        if (unreadable.isPresent()) {
            return String.valueOf(unreadable.get().getMessage());
        }
        var name = causes.getLast().getClass().getSimpleName();
        return causes.stream()
                .flatMap(Blame::state)
                .findFirst()
                .map(state -> name + " " + state)
                .orElse(name);
    }

    /** Each state counts for itself: one outage among them is enough to wait. */
    private static Blame ofStates(List<String> states) {
        var verdicts = states.stream().map(Blame::ofState).toList();
        return verdicts.contains(WORLD) ? WORLD : verdicts.contains(UNCLEAR) ? UNCLEAR : EVENT;
    }

    private static Blame ofState(String state) {
        if (state.length() < 2) {
            return WORLD;
        }
        var sqlClass = state.substring(0, 2);
        if (OWN_FAULT.contains(sqlClass)) {
            return EVENT;
        }
        return BUG_CLASSES.contains(sqlClass) || state.equals(IN_FAILED_TRANSACTION)
                ? UNCLEAR
                : WORLD;
    }

    private static Stream<String> state(Throwable cause) {
        return cause instanceof SQLException sql
                ? Stream.of(sql.getSQLState() == null ? "" : sql.getSQLState())
                : Stream.empty();
    }

    private static boolean isOutage(Throwable cause) {
        return cause instanceof TimeoutException
                || (cause instanceof IOException && !(cause instanceof JacksonException))
                || (cause instanceof UncheckedIOException
                        && !(cause.getCause() instanceof JacksonException))
                || (cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError));
    }

    /** The failure, its causes, and what was suppressed on the way; a commit hides them there. */
    private static List<Throwable> causes(Throwable failure) {
        var found = new ArrayList<Throwable>();
        collect(failure, found, Collections.newSetFromMap(new IdentityHashMap<>()));
        return found;
    }

    private static void collect(Throwable failure, List<Throwable> found, Set<Throwable> seen) {
        if (!seen.add(failure)) {
            return;
        }
        for (var suppressed : failure.getSuppressed()) {
            collect(suppressed, found, seen);
        }
        found.add(failure);
        if (failure.getCause() != null) {
            collect(failure.getCause(), found, seen);
        }
    }
}
