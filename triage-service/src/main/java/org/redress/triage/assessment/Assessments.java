package org.redress.triage.assessment;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.redress.platform.messaging.EventJson;
import org.redress.platform.vault.Vault;
import org.redress.platform.web.UnitScope;
import org.redress.triage.cases.CaseNumber;

/**
 * All judgements of all cases; rows are added, and what they say is never changed. Their words rest
 * sealed under the key of the case.
 */
@ApplicationScoped
class Assessments {

    private static final String WORDS = "assessment.words";

    private final Jdbi jdbi;
    private final Vault vault;

    Assessments(Jdbi jdbi, Vault vault) {
        this.jdbi = jdbi;
        this.vault = vault;
    }

    /** Adds a judgement of the case that a part of the statement, named next, gives. */
    static final String ADD =
            """
            insert into assessment (case_id, revision, owner_unit, severity, needs_review,
                assessed_at, content, words)
            select case_id, :revision, :owner, :severity, :review, cast(:at as timestamptz),
                cast(:content as jsonb), cast(:words as bytea)
            from \
            """;

    /** A judgement as it is kept: without words if those are erased. */
    record Sealed(Assessment assessment, byte @Nullable [] words) {

        <T extends SqlStatement<T>> T bindTo(T statement) {
            return statement
                    .bind("revision", assessment.revision())
                    .bind("owner", assessment.judgement().ownerUnit().path())
                    .bind("severity", assessment.judgement().severity().name())
                    .bind("review", !assessment.review().isEmpty())
                    .bind("at", assessment.assessedAt().atOffset(ZoneOffset.UTC))
                    .bind("content", new String(EventJson.write(assessment.telling(null)), UTF_8))
                    .bind("words", words);
        }
    }

    Sealed sealed(UUID caseId, Assessment assessment) {
        var words =
                assessment.words() == null
                        ? null
                        : vault.sealBytes(caseId, WORDS, EventJson.write(assessment.words()));
        return new Sealed(words == null ? assessment.telling(null) : assessment, words);
    }

    /** Keeps a judgement, and gives it back as it was kept. */
    Assessment add(UUID caseId, Assessment assessment) {
        var sealed = sealed(caseId, assessment);
        jdbi.useHandle(handle ->
                sealed.bindTo(
                                handle.createUpdate(
                                        """
                                        with present as (
                                            update case_file set revision = :revision
                                            where case_id = :id returning case_id)
                                        """
                                                + ADD
                                                + "present"))
                        .bind("id", caseId)
                        .execute());
        return sealed.assessment();
    }

    /** A returned case waits for a person, whatever its present judgement says of itself. */
    void reviewReturned(UUID caseId) {
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        update assessment a set needs_review = true
                        from case_file c join returned_case using (case_id)
                        where c.case_id = ? and a.case_id = c.case_id and a.revision = c.revision
                        """,
                        caseId));
    }

    /** The present judgement of a case; every case has one. */
    Assessment latest(UUID caseId) {
        return jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        select * from case_file
                                        join assessment using (case_id, revision)
                                        where case_id = :id
                                        """)
                                .bind("id", caseId)
                                .map((row, _) -> Row.of(row))
                                .one())
                .opened(vault)
                .assessment();
    }

    /** The case with its present judgement. */
    Optional<JudgedCase> latest(CaseNumber number) {
        return jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        select * from case_file
                                        join assessment using (case_id, revision)
                                        where case_number = :number
                                        """)
                                .bind("number", number.text())
                                .map((row, _) -> Row.of(row))
                                .findOne())
                .map(row -> row.opened(vault));
    }

    /** Every judgement of a case, the newest first. */
    List<Assessment> history(UUID caseId) {
        var rows =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        select * from case_file c join assessment a using (case_id)
                                        where case_id = :id order by a.revision desc
                                        """)
                                .bind("id", caseId)
                                .map((row, _) -> Row.of(row))
                                .list());
        return rows.stream().map(row -> row.opened(vault).assessment()).toList();
    }

    /**
     * Present judgements for a person to review, of cases that arose in or belong to these units,
     * the longest waiting first.
     *
     * @param after the last one already shown
     */
    List<JudgedCase> forReview(UnitScope scope, Place after, int limit) {
        var rows =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        select * from case_file
                                        join assessment using (case_id, revision)
                                        where needs_review and (assessed_at, case_id) > (:at, :id)
                                          and (<belongs> or <arose>)
                                        order by assessed_at, case_id
                                        limit :limit
                                        """)
                                .define("belongs", scope.sql("owner_unit"))
                                .define("arose", scope.sql("unit"))
                                .bindMap(scope.binds())
                                .bind("at", after.at().atOffset(ZoneOffset.UTC))
                                .bind("id", after.caseId())
                                .bind("limit", limit)
                                .map((row, _) -> Row.of(row))
                                .list());
        vault.fetch(rows.stream().map(row -> row.file().caseId()).toList());
        return rows.stream().map(row -> row.opened(vault)).toList();
    }

    /** A judgement as it rests: its words are opened outside of the query. */
    private record Row(CaseFile file, Assessment levels, byte @Nullable [] words) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    CaseFiles.of(row),
                    EventJson.read(row.getString("content").getBytes(UTF_8), Assessment.class),
                    row.getBytes("words"));
        }

        JudgedCase opened(Vault vault) {
            var open = vault.openBytes(file.caseId(), WORDS, words);
            return new JudgedCase(
                    file,
                    open == null ? levels : levels.telling(EventJson.read(open, Words.class)));
        }
    }

    /** A place in the review queue. */
    record Place(Instant at, UUID caseId) {

        /** Before all. */
        static final Place START = new Place(Instant.EPOCH, new UUID(0, 0));

        static Place of(JudgedCase shown) {
            return new Place(shown.assessment().assessedAt(), shown.file().caseId());
        }
    }
}
