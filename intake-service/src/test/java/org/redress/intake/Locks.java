package org.redress.intake;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** Who waits for whom in the service's database, for tests. */
public final class Locks {

    private Locks() {}

    /** Returns when somebody waits for what another transaction holds. */
    public static void awaitSomebodyWaiting(Jdbi jdbi) {
        await().atMost(Duration.ofSeconds(10)).until(() -> somebodyWaits(jdbi));
    }

    private static boolean somebodyWaits(Jdbi jdbi) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select exists (select from pg_stat_activity
                                    where datname = current_database() and wait_event_type = 'Lock')
                                """)
                        .mapTo(boolean.class)
                        .one());
    }
}
