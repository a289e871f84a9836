package org.redress.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.platform.vault.Vault;

/**
 * Writes down who read whose personal data, and why if they said so (requirement XX-01); the read
 * fails if it can't.
 */
@ApplicationScoped
public class ReadAudit {

    private static final String REASON = "read_audit.reason";

    private final Jdbi jdbi;
    private final Vault vault;
    private final Caller caller;
    private final AccessReason reason;

    ReadAudit(DataSource dataSource, Vault vault, Caller caller, AccessReason reason) {
        this.jdbi = jdbi(dataSource);
        this.vault = vault;
        this.caller = caller;
        this.reason = reason;
    }

    /**
     * Notes that the caller reads personal data of this subject, a kind and an id. The reason is
     * sealed under the id where it is a UUID, else under a key of the kind and id.
     */
    @Transactional
    public void record(String subjectKind, String subjectId) {
        record(subjectKind, subjectId, subject(subjectKind, subjectId));
    }

    /**
     * Notes that the caller reads personal data of this subject.
     *
     * @param sealedUnder the subject of the vault whose key seals the reason
     */
    @Transactional
    public void record(String subjectKind, String subjectId, UUID sealedUnder) {
        var why = vault.seal(sealedUnder, REASON, reason.stated());
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into web.read_audit
                                    (person_id, roles, subject_kind, subject_id, reason, sealed_under)
                                values (:person, :roles, :kind, :id,
                                    cast(:reason as bytea), cast(:under as uuid))
                                """)
                        .bind("person", caller.personId())
                        .bind("roles", String.join(" ", caller.roles()))
                        .bind("kind", subjectKind)
                        .bind("id", subjectId)
                        .bind("reason", why)
                        .bind("under", why == null ? null : sealedUnder)
                        .execute());
    }

    /**
     * Demands a reason, for a read beyond what the caller's units let through.
     *
     * @throws jakarta.ws.rs.WebApplicationException (a 400 problem, {@code reason-required}) where
     *     the header {@code Access-Reason} is missing or is no line of text
     */
    public void requireReason() {
        reason.require();
    }

    /** The reads of a subject, newest first, before a place in the list. */
    List<AuditedRead> reads(String subjectKind, String subjectId, long before, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select id, read_at, person_id, roles, reason, sealed_under
                                from web.read_audit
                                where subject_kind = :kind and subject_id = :subject and id < :before
                                order by id desc
                                limit :limit
                                """)
                        .bind("kind", subjectKind)
                        .bind("subject", subjectId)
                        .bind("before", before)
                        .bind("limit", limit)
                        .map((row, _) ->
                                new AuditedRead(
                                        row.getLong("id"),
                                        row.getTimestamp("read_at").toInstant(),
                                        row.getString("person_id"),
                                        List.of(row.getString("roles").split(" ")),
                                        opened(
                                                row.getObject("sealed_under", UUID.class),
                                                row.getBytes("reason"))))
                        .list());
    }

    private @Nullable String opened(@Nullable UUID subject, byte @Nullable [] sealed) {
        return subject == null ? null : vault.open(subject, REASON, sealed);
    }

    private static UUID subject(String kind, String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            return UUID.nameUUIDFromBytes((kind + ' ' + id).getBytes(UTF_8));
        }
    }

    /** SQL that takes part in the running JTA transaction. */
    static Jdbi jdbi(DataSource dataSource) {
        var jdbi = Jdbi.create(dataSource);
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        return jdbi;
    }
}
