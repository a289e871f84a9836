package org.redress.notification.writing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.redress.notification.links.AcknowledgeLinks;
import org.redress.notification.messages.Message;
import org.redress.platform.messaging.Alarms;

/**
 * No stranger can use us to flood somebody: so many mails to customers go to one address in an
 * hour, the rest later. Pages and news to staff know no limit.
 */
@ApplicationScoped
class AddressLimit {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Jdbi jdbi;
    private final AcknowledgeLinks keys;
    private final Alarms alarms;
    private final Clock clock;
    private final int most;

    AddressLimit(
            Jdbi jdbi,
            AcknowledgeLinks keys,
            Alarms alarms,
            Clock clock,
            @ConfigProperty(
                            name = "redress.notification.mails-per-address-and-hour",
                            defaultValue = "20")
                    int most) {
        this.jdbi = jdbi;
        this.keys = keys;
        this.alarms = alarms;
        this.clock = clock;
        this.most = most;
    }

    /** Counts the message for its address; until when it has to wait if there were too many. */
    @Transactional
    Optional<Instant> admit(Message message, String address) {
        var mark = keys.mark(address.strip().toLowerCase(Locale.ROOT));
        var now = clock.instant();
        var full = admit(message, mark, now);
        full.ifPresent(_ ->
                alarms.report(
                        "MAILS_LIMITED",
                        "mails to one address",
                        "more than %d in an hour; the rest waits".formatted(most),
                        message.ofCase().id()));
        return full;
    }

    private Optional<Instant> admit(Message message, byte[] mark, Instant now) {
        return jdbi.withHandle(handle -> {
            handle.createQuery(
                            "select pg_advisory_xact_lock(hashtextextended(encode(:mark, 'hex'), 29))")
                    .bind("mark", mark)
                    .mapTo(String.class)
                    .list();
            var full =
                    handle.createQuery(
                                    """
                                    select marked_at from message
                                    where address_mark = :mark and marked_at > :since and id <> :id
                                    order by marked_at desc offset :most limit 1
                                    """)
                            .bind("mark", mark)
                            .bind("since", now.minus(HOUR))
                            .bind("id", message.id())
                            .bind("most", most - 1)
                            .mapTo(Instant.class)
                            .findOne()
                            .map(oldest -> oldest.plus(HOUR));
            if (full.isEmpty()) {
                handle.createUpdate(
                                "update message set address_mark = :mark,"
                                        + " marked_at = coalesce(marked_at, :now) where id = :id")
                        .bind("mark", mark)
                        .bind("now", now)
                        .bind("id", message.id())
                        .execute();
            }
            return full;
        });
    }
}
