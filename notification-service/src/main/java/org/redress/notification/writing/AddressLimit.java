package org.redress.notification.writing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
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
            @ConfigProperty(name = "redress.notification.mails-per-address-and-hour") int most) {
        this.jdbi = jdbi;
        this.keys = keys;
        this.alarms = alarms;
        this.clock = clock;
        this.most = most;
    }

    /** A mail and where it is to go. */
    record Addressed(Message message, String address) {
        @Override
        public String toString() {
            return "Addressed[" + message.id() + "]";
        }
    }

    /**
     * Counts mails for their addresses, all in one trip; tells until when those have to wait whose
     * address has got too many, each until there is room for it.
     */
    @Transactional
    Map<UUID, Instant> admit(List<Addressed> mails) {
        if (mails.isEmpty()) {
            return Map.of();
        }
        var ids = mails.stream().map(mail -> mail.message.id()).toArray();
        var marks = mails.stream().map(this::mark).toArray();
        var full =
                jdbi.withHandle(handle -> {
                    hold(handle, marks);
                    return admit(handle, ids, marks, clock.instant());
                });
        mails.stream()
                .map(Addressed::message)
                .filter(one -> full.containsKey(one.id()))
                .forEach(this::tell);
        return full;
    }

    private String mark(Addressed mail) {
        var mark = keys.mark(mail.address.strip().toLowerCase(Locale.ROOT));
        return HexFormat.of().formatHex(mark);
    }

    /** Until the end of this transaction nobody else counts for these addresses. */
    private static void hold(Handle handle, Object[] marks) {
        handle.createQuery(
                        """
                        select count(pg_advisory_xact_lock(hashtextextended(mark, 29)))
                        from (select distinct unnest(cast(:marks as text[])) as mark
                            order by mark) ordered
                        """)
                .bindArray("marks", String.class, marks)
                .mapTo(int.class)
                .one();
    }

    /** Of those to one address the first has the first room. A mail tried again counts once. */
    private static final String ADMIT =
            """
            with told as materialized (
                select id, decode(mark, 'hex') as mark,
                    row_number() over (partition by mark order by id) as nth
                from unnest(cast(:ids as uuid[]), cast(:marks as text[])) as told (id, mark)
            ), judged as materialized (
                select id, mark, case when nth > :most then cast(:later as timestamptz) else (
                    select marked_at + interval '1 hour' from message other
                    where address_mark = told.mark and marked_at > :since
                      and other.id <> all(cast(:ids as uuid[]))
                    order by marked_at desc offset :most - nth limit 1) end as until
                from told
            ), admitted as (
                update message m
                set address_mark = judged.mark, marked_at = coalesce(marked_at, :now)
                from judged where m.id = judged.id and until is null)
            select id, until from judged where until is not null
            """;

    private Map<UUID, Instant> admit(Handle handle, Object[] ids, Object[] marks, Instant now) {
        return handle.createQuery(ADMIT)
                .bindArray("ids", UUID.class, ids)
                .bindArray("marks", String.class, marks)
                .bind("most", most)
                .bind("now", now)
                .bind("since", now.minus(HOUR))
                .bind("later", now.plus(HOUR))
                .setMapKeyColumn("id")
                .setMapValueColumn("until")
                .collectInto(new GenericType<Map<UUID, Instant>>() {});
    }

    private void tell(Message putOff) {
        alarms.report(
                "MAILS_LIMITED",
                "mails to one address",
                "more than %d in an hour; the rest waits".formatted(most),
                putOff.ofCase().id());
    }
}
