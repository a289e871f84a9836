package org.redress.escalation.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Every version that the organisation ever had. Rows are added and never changed, so that they tell
 * who changed what; every method belongs to the caller's transaction, if there is one.
 */
@ApplicationScoped
public class OrganisationVersions {

    private static final RowMapper<OrganisationVersion> VERSION =
            (row, context) ->
                    new OrganisationVersion(
                            row.getLong("version"),
                            OrganisationJson.read(row.getString("document"), Document.class),
                            row.getObject("in_force_at", OffsetDateTime.class).toInstant(),
                            row.getString("changed_by"),
                            row.getString("reason"),
                            OrganisationJson.list(row.getString("changes"), Names.class));

    private final Jdbi jdbi;

    OrganisationVersions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Lets a second replica that starts at the same moment wait until the first has written. */
    void lock() {
        jdbi.useHandle(
                handle -> handle.execute("lock table organisation_version in exclusive mode"));
    }

    /** The number of the newest; 0 if there is none. */
    long newest() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select version from organisation_version order by version desc limit 1")
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(0L));
    }

    /** That version. */
    public Optional<OrganisationVersion> find(long version) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select * from organisation_version where version = ?")
                        .bind(0, version)
                        .map(VERSION)
                        .findOne());
    }

    /** The one that held at that instant. */
    public Optional<OrganisationVersion> at(Instant at) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select * from organisation_version where in_force_at <= ?
                                order by in_force_at desc, version desc limit 1
                                """)
                        .bind(0, at)
                        .map(VERSION)
                        .findOne());
    }

    /** Those before the given one, the newest first. */
    public List<OrganisationVersion> before(long version, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select * from organisation_version where version < ? order by version desc limit ?")
                        .bind(0, version)
                        .bind(1, limit)
                        .map(VERSION)
                        .list());
    }

    /** Since which version clocks are timed as by that one. */
    long termsSince(long version) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select coalesce(terms, version) from organisation_version where version = ?")
                        .bind(0, version)
                        .mapTo(Long.class)
                        .one());
    }

    /**
     * Adds one.
     *
     * @param timesAnew whether clocks are timed otherwise than by the one before
     * @return false if there is one of this number already: somebody else was faster
     */
    boolean add(OrganisationVersion version, boolean timesAnew) {
        return jdbi.withHandle(handle ->
                handle.execute(
                        """
                        insert into organisation_version
                            (version, document, in_force_at, changed_by, reason, changes, terms)
                        values (?, ?::jsonb, ?, ?, ?, ?::jsonb, ?) on conflict do nothing
                        """,
                        version.version(),
                        OrganisationJson.write(version.document()),
                        version.inForceAt(),
                        version.changedBy(),
                        version.reason(),
                        OrganisationJson.write(version.changes()),
                        timesAnew ? version.version() : termsSince(version.version() - 1)))
                == 1;
    }
}
