package org.redress.notification.messages;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;
import org.redress.platform.messaging.Alarms;

/** What is not out yet: how much it is and since when, for the metrics and the watch. */
@ApplicationScoped
class Backlog {
    private static final Duration LONGEST_FOR_A_PAGE = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Jdbi jdbi;
    private final Alarms alarms;
    private final Clock clock;
    private final Figures pages;
    private final Figures others;
    private final Figures waiting;

    @Inject
    Backlog(Jdbi jdbi, Alarms alarms, MeterRegistry metrics, Clock clock) {
        this.jdbi = jdbi;
        this.alarms = alarms;
        this.clock = clock;
        this.pages = new Figures(metrics, "pages");
        this.others = new Figures(metrics, "others");
        this.waiting = new Figures(metrics, "waiting");
    }

    /** Counts anew; what has been there too long is reported. */
    void look() {
        look(pages, "priority = 0 and state in ('QUEUED', 'SENDING')", LONGEST_FOR_A_PAGE);
        look(others, "priority > 0 and state in ('QUEUED', 'SENDING')", LONGEST);
        look(waiting, "state = 'WAITING'", LONGEST);
    }

    private void look(Figures figures, String which, Duration longest) {
        var age = figures.count(jdbi, which, clock.instant());
        if (age.compareTo(longest) > 0) {
            alarms.report(
                    "PARKED_TOO_LONG",
                    "messages." + figures.name,
                    "the oldest of %d has waited for %s"
                            .formatted(figures.count.get(), age.truncatedTo(ChronoUnit.SECONDS)),
                    null);
        }
    }

    private static final class Figures {
        private final String name;
        private final AtomicLong count = new AtomicLong();
        private final AtomicLong age = new AtomicLong();

        Figures(MeterRegistry metrics, String name) {
            this.name = name;
            metrics.gauge("messages.unsent", Tags.of("kind", name), count);
            metrics.gauge("messages.unsent.age.seconds", Tags.of("kind", name), age);
        }

        /** Counts what is there; returns how long the oldest has been there. */
        Duration count(Jdbi jdbi, String which, Instant now) {
            return jdbi.withHandle(handle ->
                    handle.createQuery(
                                    "select count(*) as count, min(created_at) as since"
                                            + " from messages where "
                                            + which)
                            .map((row, _) -> {
                                var since = row.getObject("since", OffsetDateTime.class);
                                var oldest =
                                        since == null
                                                ? Duration.ZERO
                                                : Duration.between(since.toInstant(), now);
                                count.set(row.getLong("count"));
                                age.set(oldest.toSeconds());
                                return oldest;
                            })
                            .one());
        }
    }
}
