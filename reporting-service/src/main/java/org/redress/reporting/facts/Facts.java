package org.redress.reporting.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.platform.messaging.EventJson;
import org.redress.reporting.events.CaseId;
import org.redress.reporting.events.CaseNumber;

/** The table {@code case_fact}: one row per case of which any event came. */
@ApplicationScoped
public class Facts {

    /** A fact, and how often it was published. */
    record Versioned(CaseFact fact, long version) {

        /**
         * The version of its next publication.
         *
         * @param floor above all that a database before this one may have published, so that
         *     readers who keep the highest version take it
         */
        long next(long floor) {
            return Math.max(version, floor) + 1;
        }
    }

    private final Jdbi jdbi;

    Facts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The fact of the case with this number, if any event of it came. */
    public Optional<CaseFact> find(CaseNumber number) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select case_id, version, fold from case_fact
                                where case_number = :number
                                order by case_id limit 1
                                """)
                        .bind("number", number.value())
                        .map((row, _) -> versioned(row).fact())
                        .findOne());
    }

    /**
     * The facts of these cases until the transaction ends, new ones included. Rows are locked in
     * the order of their ids, so that two consumers of one case take turns and never wait in a
     * circle.
     */
    List<Versioned> lock(SortedSet<CaseId> cases) {
        return jdbi.withHandle(handle -> {
            var ids = cases.stream().map(CaseId::value).toArray(UUID[]::new);
            addMissing(handle, ids);
            return handle.createQuery(
                            """
                            select case_id, version, fold from case_fact
                            where case_id = any(:ids)
                            order by case_id for update
                            """)
                    .bindArray("ids", UUID.class, (Object[]) ids)
                    .map((row, _) -> versioned(row))
                    .list();
        });
    }

    private static void addMissing(Handle handle, UUID[] ids) {
        handle.createUpdate(
                        """
                        insert into case_fact (case_id)
                        select id from unnest(:ids) as id order by id
                        on conflict do nothing
                        """)
                .bindArray("ids", UUID.class, (Object[]) ids)
                .execute();
    }

    void save(Collection<Versioned> changed) {
        if (changed.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var batch =
                    handle.prepareBatch(
                            """
                            update case_fact
                            set case_number = :number, version = :version,
                                fold = cast(:fold as jsonb)
                            where case_id = :id
                            """);
            for (var each : changed) {
                batch.bind("id", each.fact().caseId().value())
                        .bind("number", text(each.fact().caseNumber()))
                        .bind("version", each.version())
                        .bind("fold", new String(EventJson.write(each.fact()), UTF_8))
                        .add();
            }
            batch.execute();
        });
    }

    private static Versioned versioned(ResultSet row) throws SQLException {
        var fold = row.getString("fold");
        return new Versioned(
                fold == null
                        ? CaseFact.unknown(new CaseId(row.getObject("case_id", UUID.class)))
                        : EventJson.read(fold.getBytes(UTF_8), CaseFact.class),
                row.getLong("version"));
    }

    private static @Nullable String text(@Nullable CaseNumber number) {
        return number == null ? null : number.value();
    }
}
