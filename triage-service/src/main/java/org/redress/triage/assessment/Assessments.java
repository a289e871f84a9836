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
import org.redress.platform.messaging.EventJson;
import org.redress.triage.cases.CaseNumber;

/** All judgements of all cases; rows are added and never changed. */
@ApplicationScoped
class Assessments {

    private final Jdbi jdbi;

    Assessments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(UUID caseId, Assessment assessment) {
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            """
                            insert into assessment (case_id, revision, owner_unit, severity,
                                needs_review, assessed_at, content)
                            values (:id, :revision, :owner, :severity,
                                :review, :at, :content::jsonb)
                            """)
                    .bind("id", caseId)
                    .bind("revision", assessment.revision())
                    .bind("owner", assessment.judgement().ownerUnit().path())
                    .bind("severity", assessment.judgement().severity().name())
                    .bind("review", !assessment.review().isEmpty())
                    .bind("at", assessment.assessedAt().atOffset(ZoneOffset.UTC))
                    .bind("content", new String(EventJson.write(assessment), UTF_8))
                    .execute();
            handle.createUpdate("update case_file set revision = :revision where case_id = :id")
                    .bind("id", caseId)
                    .bind("revision", assessment.revision())
                    .execute();
        });
    }

    /** The present judgement of a case; every case has one. */
    Assessment latest(UUID caseId) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select content from case_file join assessment using (case_id, revision)
                                where case_id = :id
                                """)
                        .bind("id", caseId)
                        .map((row, _) -> read(row))
                        .one());
    }

    /** The case with its present judgement. */
    Optional<JudgedCase> latest(CaseNumber number) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select * from case_file join assessment using (case_id, revision)
                                where case_number = :number
                                """)
                        .bind("number", number.text())
                        .map((row, _) -> judged(row))
                        .findOne());
    }

    /** Every judgement of a case, the newest first. */
    List<Assessment> history(UUID caseId) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select content from assessment where case_id = :id
                                order by revision desc
                                """)
                        .bind("id", caseId)
                        .map((row, _) -> read(row))
                        .list());
    }

    /**
     * Present judgements for a person to review, in these units or below, the longest waiting
     * first.
     *
     * @param after the last one already shown
     */
    List<JudgedCase> forReview(List<String> units, Place after, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select * from case_file c join assessment using (case_id, revision)
                                where needs_review and (assessed_at, case_id) > (:at, :id)
                                  and exists (
                                    select from unnest(:units) u
                                    where u in (owner_unit, unit) or starts_with(owner_unit, u || '/')
                                       or starts_with(unit, u || '/'))
                                order by assessed_at, case_id
                                limit :limit
                                """)
                        .bind("at", after.at().atOffset(ZoneOffset.UTC))
                        .bind("id", after.caseId())
                        .bindArray("units", String.class, units)
                        .bind("limit", limit)
                        .map((row, _) -> judged(row))
                        .list());
    }

    private static JudgedCase judged(ResultSet row) throws SQLException {
        return new JudgedCase(CaseFiles.of(row), read(row));
    }

    private static Assessment read(ResultSet row) throws SQLException {
        return EventJson.read(row.getString("content").getBytes(UTF_8), Assessment.class);
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
