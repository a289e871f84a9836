package org.redress.platform.vault;

import io.quarkus.agroal.DataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The keys' database. Each statement is a transaction of its own, whatever the caller's does; one
 * that fails throws {@link KeysUnavailable} with the {@link SQLException} as its cause.
 */
@Singleton
final class KeyTable {

    private static final String FIND =
            "select subject, wrapped, master_key from subject_key where subject = any(?)";
    private static final String MAKE =
            """
            with candidate (subject, wrapped) as (select * from unnest(?, ?)),
            made as (
                insert into subject_key (subject, wrapped, master_key)
                select subject, wrapped, ? from candidate order by subject
                on conflict (subject) do nothing
                returning subject, wrapped, master_key)
            select * from made
            union all
            select subject, wrapped, master_key from subject_key where subject = any(?)
            """;
    private static final String DESTROY =
            """
            insert into subject_key (subject, destroyed_at)
            select subject, now() from unnest(?) as erased (subject) order by subject
            on conflict (subject) do update
            set wrapped = null, master_key = null, destroyed_at = now()
            where subject_key.wrapped is not null
            """;
    private static final String OF_EARLIER =
            """
            select * from (
                select subject, wrapped, master_key from subject_key
                where master_key = any(?) and wrapped is not null limit ?) as earlier
            order by subject
            """;
    private static final String WRAP_ANEW =
            """
            update subject_key set wrapped = ?, master_key = ?
            where subject = ? and wrapped = ?
            """;
    private static final String PROVE =
            "insert into master_key_proof (master_key, proof) values (?, ?) on conflict do nothing";
    private static final String PROOF = "select proof from master_key_proof where master_key = ?";

    private final javax.sql.DataSource keys;

    @Inject
    KeyTable(@DataSource("keys") javax.sql.DataSource keys) {
        this.keys = keys;
    }

    /** What is known of these subjects; nothing of those that never had a key. */
    List<SubjectKey> find(Collection<UUID> subjects) {
        return run(
                FIND,
                (connection, find) -> {
                    find.setArray(1, uuids(connection, subjects));
                    return read(find);
                });
    }

    /**
     * Adds those of the keys whose subjects have none yet, in one trip.
     *
     * @return what then is known of their subjects; one is missing if somebody else is just making
     *     its key and this statement has not seen it yet
     */
    List<SubjectKey> make(List<WrappedKey> fresh, String masterKey) {
        return run(
                MAKE,
                (connection, make) -> {
                    var subjects =
                            uuids(connection, fresh.stream().map(WrappedKey::subject).toList());
                    var wrapped = fresh.stream().map(WrappedKey::wrapped).toArray(byte[][]::new);
                    make.setArray(1, subjects);
                    make.setArray(2, connection.createArrayOf("bytea", wrapped));
                    make.setString(3, masterKey);
                    make.setArray(4, subjects);
                    return read(make);
                });
    }

    void destroy(Collection<UUID> subjects) {
        run(
                DESTROY,
                (connection, destroy) -> {
                    destroy.setArray(1, uuids(connection, subjects));
                    return destroy.executeUpdate();
                });
    }

    /** Some of what is wrapped by these master keys, in the order in which replicas lock rows. */
    List<WrappedKey> wrappedBy(Collection<String> masterKeys, int most) {
        return run(
                        OF_EARLIER,
                        (connection, find) -> {
                            find.setArray(
                                    1, connection.createArrayOf("text", masterKeys.toArray()));
                            find.setInt(2, most);
                            return read(find);
                        })
                .stream()
                .map(SubjectKey::key)
                .toList();
    }

    /** Replaces wrappings, unless a subject has been destroyed or wrapped anew meanwhile. */
    void replace(List<WrappedKey> old, List<WrappedKey> anew) {
        run(
                WRAP_ANEW,
                (_, update) -> {
                    for (int i = 0; i < old.size(); i++) {
                        update.setBytes(1, anew.get(i).wrapped());
                        update.setString(2, anew.get(i).masterKey());
                        update.setObject(3, old.get(i).subject());
                        update.setBytes(4, old.get(i).wrapped());
                        update.addBatch();
                    }
                    return update.executeBatch();
                });
    }

    /** The proof kept of the master key of this id: this one, if there was none before. */
    byte[] prove(String masterKey, byte[] proof) {
        run(
                PROVE,
                (_, prove) -> {
                    prove.setString(1, masterKey);
                    prove.setBytes(2, proof);
                    return prove.executeUpdate();
                });
        return run(
                PROOF,
                (_, find) -> {
                    find.setString(1, masterKey);
                    try (ResultSet found = find.executeQuery()) {
                        found.next();
                        return found.getBytes(1);
                    }
                });
    }

    private static List<SubjectKey> read(PreparedStatement statement) throws SQLException {
        List<SubjectKey> keys = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                UUID subject = found.getObject(1, UUID.class);
                byte[] wrapped = found.getBytes(2);
                keys.add(
                        new SubjectKey(
                                subject,
                                wrapped == null
                                        ? null
                                        : new WrappedKey(subject, wrapped, found.getString(3))));
            }
        }
        return keys;
    }

    private static java.sql.Array uuids(Connection connection, Collection<UUID> subjects)
            throws SQLException {
        return connection.createArrayOf("uuid", subjects.toArray());
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = keys.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(connection, statement);
        } catch (SQLException e) {
            throw new KeysUnavailable(e);
        }
    }

    private interface Work<T> {
        T with(Connection connection, PreparedStatement statement) throws SQLException;
    }
}
