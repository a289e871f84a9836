package org.redress.platform.messaging;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.platform.due.Loop;
import org.redress.platform.due.Loops;

/**
 * Forgets the ids of events that cannot come again: a dead letter is kept for 90 days and a
 * replayed one for 7, so the id is kept for 100.
 */
@ApplicationScoped
class InboxMemory {

    private static final Duration EVERY = Duration.ofHours(1);
    static final String FORGET_SOME =
            """
            delete from messaging.inbox where ctid = any(array(
                select ctid from messaging.inbox
                where received_at < now() - interval '100 days' order by received_at limit 5000))
            """;

    private final Jdbi jdbi;
    private volatile @Nullable Loop loop;

    InboxMemory(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void start(@Observes StartupEvent event, Loops loops) {
        loop = loops.start("inbox-memory", this::forget);
    }

    /** In small steps, each in a transaction of its own. */
    Duration forget() {
        while (jdbi.withHandle(handle -> handle.execute(FORGET_SOME)) > 0 && goesOn()) {}
        return EVERY;
    }

    private boolean goesOn() {
        var running = loop;
        if (running != null) {
            running.beat();
        }
        return running == null || !running.isStopping();
    }
}
