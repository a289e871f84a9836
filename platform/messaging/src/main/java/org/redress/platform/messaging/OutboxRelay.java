package org.redress.platform.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;

/**
 * Moves rows from the outbox to Kafka: claim, send, delete, commit. Killed between send and delete
 * it sends again, which the inbox of the receiver knows; it never deletes what was not
 * acknowledged.
 */
final class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;

    private static final String CLAIM =
            """
            select seq, topic, key, headers, payload from messaging.outbox
            order by seq limit ? for update skip locked
            """;
    private static final String DELETE = "delete from messaging.outbox where seq = any(?)";
    private static final String PARK =
            """
            insert into messaging.outbox_parked
            select *, ? from messaging.outbox where seq = ?
            """;

    private final EventSender sender;

    OutboxRelay(EventSender sender) {
        this.sender = sender;
    }

    /**
     * Relays one batch in one transaction of this connection.
     *
     * @return how many rows left the outbox; 0 when nothing waits
     * @throws BrokerUnavailable if rows wait and none could be sent
     */
    int relayBatch(Connection connection) throws SQLException, InterruptedException {
        connection.setAutoCommit(false);
        try {
            var rows = claim(connection);
            if (rows.isEmpty()) {
                connection.commit();
                return 0;
            }
            var failures = sender.send(rows);
            int parked = park(connection, failures);
            var sent = sent(rows, failures);
            delete(connection, sent);
            connection.commit();
            if (sent.isEmpty() && parked == 0) {
                throw new BrokerUnavailable(failures.values().iterator().next());
            }
            return sent.size() + parked;
        } catch (SQLException | InterruptedException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static List<OutboxRow> claim(Connection connection) throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setInt(1, BATCH);
            var rows = new ArrayList<OutboxRow>();
            try (ResultSet found = claim.executeQuery()) {
                while (found.next()) {
                    rows.add(
                            new OutboxRow(
                                    found.getLong("seq"),
                                    found.getString("topic"),
                                    found.getString("key"),
                                    EventJson.readHeaders(found.getString("headers")),
                                    found.getBytes("payload")));
                }
            }
            return rows;
        }
    }

    /** What was acknowledged, but for rows that overtook a failed one of the same key. */
    private static List<Long> sent(List<OutboxRow> rows, Map<OutboxRow, Exception> failures) {
        var heldBack = new HashSet<String>();
        var sent = new ArrayList<Long>();
        for (var row : rows) {
            var failure = failures.get(row);
            if (failure != null) {
                if (!refusedForGood(failure)) {
                    heldBack.add(row.topic() + ' ' + row.key());
                }
            } else if (!heldBack.contains(row.topic() + ' ' + row.key())) {
                sent.add(row.seq());
            }
        }
        return sent;
    }

    private static int park(Connection connection, Map<OutboxRow, Exception> failures)
            throws SQLException {
        int parked = 0;
        for (var failure : failures.entrySet()) {
            if (refusedForGood(failure.getValue())) {
                var row = failure.getKey();
                try (PreparedStatement park = connection.prepareStatement(PARK)) {
                    park.setString(1, failure.getValue().toString());
                    park.setLong(2, row.seq());
                    park.executeUpdate();
                }
                delete(connection, List.of(row.seq()));
                LOG.errorf(
                        failure.getValue(),
                        "event parked topic=%s key=%s seq=%d",
                        row.topic(),
                        row.key(),
                        row.seq());
                parked++;
            }
        }
        return parked;
    }

    private static boolean refusedForGood(Exception failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof InvalidTopicException;
    }

    private static void delete(Connection connection, List<Long> seqs) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setArray(1, connection.createArrayOf("bigint", seqs.toArray()));
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
