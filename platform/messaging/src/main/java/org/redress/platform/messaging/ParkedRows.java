package org.redress.platform.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.redress.platform.vault.Vault;

/** Where events go that Kafka refuses for good: kept sealed, counted, and a person is told. */
final class ParkedRows {

    static final String COLUMN = "outbox_parked.payload";

    private static final Logger LOG = Logger.getLogger(ParkedRows.class);
    private static final String PARK =
            """
            with gone as (delete from messaging.outbox where seq = ? returning *)
            insert into messaging.outbox_parked
                (seq, event_id, topic, key, headers, payload, created_at, reason, sealed_for)
            select seq, event_id, topic, key, headers, ?, created_at, ?, ? from gone
            """;

    private final Sealing sealing;
    private final Alarms alarms;

    ParkedRows(Vault vault, Alarms alarms) {
        this.sealing = new Sealing(vault, COLUMN);
        this.alarms = alarms;
    }

    /** Moves the row there, in the transaction of this connection. */
    void park(Connection connection, OutboxRow row, Exception failure) throws SQLException {
        var correlation = correlation(row);
        var subject = Sealing.subject(correlation, row.key());
        var reason = failure.getClass().getSimpleName();
        try (PreparedStatement park = connection.prepareStatement(PARK)) {
            park.setLong(1, row.seq());
            park.setBytes(2, sealing.seal(subject, row.payload()));
            park.setString(3, reason);
            park.setObject(4, subject);
            park.executeUpdate();
        }
        LOG.errorf(
                "event parked topic=%s key=%s seq=%d reason=%s",
                row.topic(), row.key(), row.seq(), reason);
        alarms.report("EVENT_REFUSED", row.topic(), reason, Sealing.uuid(correlation));
    }

    private static @Nullable String correlation(OutboxRow row) {
        try {
            return row.headers().get("ce_correlationid");
        } catch (RuntimeException unreadable) {
            return null;
        }
    }
}
