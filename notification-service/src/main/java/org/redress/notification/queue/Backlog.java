package org.redress.notification.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import org.redress.notification.messages.Purpose;
import org.redress.platform.messaging.Alarms;

/** What is not out yet: how much it is and since when, for the metrics and the watch. */
@ApplicationScoped
class Backlog {
    private static final Duration LONGEST_FOR_A_PAGE = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** So far it counts in each lane: who looks at ten thousand need not know how many more. */
    static final int COUNTED = 10_000;

    private final Jdbi jdbi;
    private final Alarms alarms;
    private final Clock clock;
    private final Figures pages;
    private final Figures others;
    private final Figures waiting;

    Backlog(Jdbi jdbi, Alarms alarms, MeterRegistry metrics, Clock clock) {
        this.jdbi = jdbi;
        this.alarms = alarms;
        this.clock = clock;
        this.pages = new Figures(metrics, "pages");
        this.others = new Figures(metrics, "others");
        this.waiting = new Figures(metrics, "waiting");
    }

    /** Counts anew, as far as it counts; what has been there too long is reported. */
    void look() {
        look(pages, LONGEST_FOR_A_PAGE, count(UNSENT, List.of(0)));
        look(others, LONGEST, count(UNSENT, Purpose.LANES.subList(1, Purpose.LANES.size())));
        look(waiting, LONGEST, count(WAITING, List.of()));
    }

    private void look(Figures figures, Duration longest, Seen seen) {
        var age = figures.show(seen, clock.instant());
        if (age.compareTo(longest) > 0) {
            alarms.report(
                    "PARKED_TOO_LONG",
                    "messages." + figures.name,
                    "the oldest of %d%s has waited for %s"
                            .formatted(
                                    seen.count,
                                    seen.count < COUNTED ? "" : " or more",
                                    age.truncatedTo(ChronoUnit.SECONDS)),
                    null);
        }
    }

    /** The oldest of each lane, from the index alone and only so many. */
    static final String UNSENT =
            """
            select count(*) as count, min(created_at) as since
            from unnest(:lanes) lane (priority) cross join lateral (
                select created_at from message
                where state in ('QUEUED', 'SENDING') and message.priority = lane.priority
                order by created_at limit :most) oldest
            """;

    static final String WAITING =
            """
            select count(*) as count, min(created_at) as since
            from (select created_at from message where state = 'WAITING'
                order by created_at limit :most) oldest
            """;

    private Seen count(String which, List<Integer> lanes) {
        return jdbi.withHandle(handle ->
                handle.createQuery(which)
                        .configure(SqlStatements.class, sql -> sql.setUnusedBindingAllowed(true))
                        .bindArray("lanes", Integer.class, lanes.toArray())
                        .bind("most", COUNTED)
                        .map((row, _) ->
                                new Seen(
                                        row.getLong("count"),
                                        row.getObject("since", OffsetDateTime.class)))
                        .one());
    }

    private record Seen(long count, @Nullable OffsetDateTime since) {}

    private static final class Figures {
        private final String name;
        private final AtomicLong count = new AtomicLong();
        private final AtomicLong age = new AtomicLong();

        Figures(MeterRegistry metrics, String name) {
            this.name = name;
            metrics.gauge("messages.unsent", Tags.of("kind", name), count);
            metrics.gauge("messages.unsent.age.seconds", Tags.of("kind", name), age);
        }

        /** Shows what is there; returns how long the oldest has been there. */
        Duration show(Seen seen, Instant now) {
            var oldest =
                    seen.since == null
                            ? Duration.ZERO
                            : Duration.between(seen.since.toInstant(), now);
            count.set(seen.count);
            age.set(oldest.toSeconds());
            return oldest;
        }
    }
}
