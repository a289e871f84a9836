package org.redress.platform.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Moves rows from the outbox to Kafka: take away, send, commit. Killed in between it sends again,
 * which the inbox of the receiver knows; nothing is gone for good that was not acknowledged. A
 * topic that fails rests a little, so that the others need not wait behind it.
 */
final class OutboxRelay {

    private static final int BATCH = 500;
    private static final long TOPIC_RESTS = Duration.ofSeconds(1).toNanos();

    static final String TAKE =
            """
            delete from messaging.outbox where seq = any(array(
                select seq from messaging.outbox
                where seq >= ? and topic <> all(?) order by seq limit ?))
            returning seq, topic, key, headers, payload
            """;
    private static final String DELETE = "delete from messaging.outbox where seq = any(?)";

    private final EventSender sender;
    private final ParkedRows parked;
    private final Map<String, Long> restingSince = new HashMap<>();
    private final LongSupplier nanos;
    private final Horizon horizon;
    private boolean full;

    OutboxRelay(EventSender sender, ParkedRows parked) {
        this(sender, parked, System::nanoTime);
    }

    OutboxRelay(EventSender sender, ParkedRows parked, LongSupplier nanos) {
        this.sender = sender;
        this.parked = parked;
        this.nanos = nanos;
        this.horizon = new Horizon(nanos);
    }

    /**
     * Relays one batch in one transaction of this connection.
     *
     * @return how many rows left the outbox; 0 when nothing waits that could be sent now
     * @throws BrokerUnavailable if rows wait and none could be sent
     */
    int relayBatch(Connection connection) throws SQLException, InterruptedException {
        connection.setAutoCommit(false);
        try {
            restingSince.values().removeIf(since -> nanos.getAsLong() - since > TOPIC_RESTS);
            horizon.lookAround(connection);
            var rows = take(connection);
            full = rows.size() == BATCH;
            var sent = rows.isEmpty() ? EventSender.Sent.NOTHING : sender.send(rows);
            if (sent.acknowledged().size() == rows.size()) {
                connection.commit();
                horizon.taken(rows, full, restingSince.isEmpty());
                return rows.size();
            }
            connection.rollback();
            horizon.reset();
            int gone = settle(connection, sent);
            connection.commit();
            if (gone == 0) {
                throw new BrokerUnavailable(sent.failures().values().iterator().next());
            }
            return gone;
        } catch (SQLException | InterruptedException | RuntimeException e) {
            horizon.reset();
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Whether the last batch was as large as one can be: more may be waiting. */
    boolean wasFull() {
        return full;
    }

    /** The next rows in their order, gone if this transaction commits. */
    private List<OutboxRow> take(Connection connection) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setLong(1, horizon.from());
            take.setArray(2, connection.createArrayOf("text", restingSince.keySet().toArray()));
            take.setInt(3, BATCH);
            var rows = new ArrayList<OutboxRow>();
            try (ResultSet found = take.executeQuery()) {
                while (found.next()) {
                    rows.add(
                            new OutboxRow(
                                    found.getLong("seq"),
                                    found.getString("topic"),
                                    found.getString("key"),
                                    found.getString("headers"),
                                    found.getBytes("payload")));
                }
            }
            rows.sort(Comparator.comparingLong(OutboxRow::seq));
            return rows;
        }
    }

    /** Takes away what was acknowledged or refused for good; tells how many that were. */
    private int settle(Connection connection, EventSender.Sent sent) throws SQLException {
        delete(connection, sent.acknowledged());
        int gone = sent.acknowledged().size();
        for (var failure : sent.failures().entrySet()) {
            if (EventSender.refusesForGood(failure.getValue())) {
                parked.park(connection, failure.getKey(), failure.getValue());
                gone++;
            } else {
                restingSince.put(failure.getKey().topic(), nanos.getAsLong());
            }
        }
        return gone;
    }

    private static void delete(Connection connection, List<OutboxRow> rows) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            var seqs = rows.stream().map(OutboxRow::seq).toArray();
            delete.setArray(1, connection.createArrayOf("bigint", seqs));
            delete.executeUpdate();
        }
    }

    /** Rows wait, and Kafka takes none of them. */
    static final class BrokerUnavailable extends RuntimeException {
        BrokerUnavailable(Exception cause) {
            super("the broker takes no events: " + cause.getMessage(), cause);
        }
    }
}
