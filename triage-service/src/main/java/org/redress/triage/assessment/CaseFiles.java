package org.redress.triage.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.platform.messaging.EventJson;
import org.redress.platform.vault.Vault;
import org.redress.triage.assessment.Assessments.Sealed;
import org.redress.triage.cases.CaseFacts;
import org.redress.triage.cases.CaseNumber;
import org.redress.triage.cases.Correction;
import org.redress.triage.cases.Mode;
import org.redress.triage.cases.Unit;

/**
 * The cases that triage knows, and corrections that wait for their case. What a case says rests
 * sealed under its own key (XX-02); once that is destroyed, it says nothing any more.
 */
@ApplicationScoped
class CaseFiles {

    private static final String FACTS = "case_file.facts";
    private static final String CORRECTION = "parked_correction.correction";

    private static final String OPEN =
            """
            with filed as (
                insert into case_file (case_id, case_number, mode, round, unit, facts, revision)
                values (:id, :number, :mode, :round, :unit, cast(:facts as bytea), :revision)
                on conflict do nothing returning case_id),
            judged as (
            %s filed),
            taken as (
                delete from parked_correction p using filed where p.case_id = filed.case_id
                returning p.seq, p.correction)
            select taken.correction from filed left join taken on true order by taken.seq
            """
                    .formatted(Assessments.ADD);

    private final Jdbi jdbi;
    private final Vault vault;

    CaseFiles(Jdbi jdbi, Vault vault) {
        this.jdbi = jdbi;
        this.vault = vault;
    }

    /**
     * Keeps a new case with its first judgement, in one trip.
     *
     * @return the corrections that waited for it, oldest first, and wait no longer; empty if the
     *     case was not new
     */
    Optional<List<Correction>> open(CaseFile file, CaseFacts facts, Sealed first) {
        var rows =
                jdbi.withHandle(handle ->
                        first.bindTo(handle.createQuery(OPEN))
                                .bind("id", file.caseId())
                                .bind("number", file.caseNumber().text())
                                .bind("mode", file.mode().name())
                                .bind("round", file.round())
                                .bind("unit", file.unit().path())
                                .bind("facts", sealed(file.caseId(), FACTS, facts))
                                .map((row, _) -> Optional.ofNullable(row.getBytes("correction")))
                                .list());
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        rows.stream()
                                .flatMap(Optional::stream)
                                .flatMap(sealed -> correction(file.caseId(), sealed).stream())
                                .toList());
    }

    private Optional<Correction> correction(UUID caseId, byte[] sealed) {
        return opened(caseId, CORRECTION, sealed, Correction.class);
    }

    void update(CaseFile file, CaseFacts facts) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                update case_file set round = :round, facts = :facts
                                where case_id = :id
                                """)
                        .bind("id", file.caseId())
                        .bind("round", file.round())
                        .bind("facts", sealed(file.caseId(), FACTS, facts))
                        .execute());
    }

    /** What a case says; empty where it is not known, or erased. */
    Optional<CaseFacts> facts(UUID caseId) {
        return jdbi.withHandle(handle ->
                        handle.createQuery("select facts from case_file where case_id = :id")
                                .bind("id", caseId)
                                .map((row, _) -> Optional.ofNullable(row.getBytes("facts")))
                                .findOne())
                .flatMap(sealed -> sealed)
                .flatMap(sealed -> opened(caseId, FACTS, sealed, CaseFacts.class));
    }

    /** The case, which nobody else changes until this transaction ends. */
    Optional<CaseFile> lock(UUID caseId) {
        return lockBy("case_id", caseId);
    }

    /** The case, which nobody else changes until this transaction ends. */
    Optional<CaseFile> lock(CaseNumber number) {
        return lockBy("case_number", number.text());
    }

    private Optional<CaseFile> lockBy(String column, Object value) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select * from case_file where <column> = :value for update")
                        .define("column", column)
                        .bind("value", value)
                        .map((row, _) -> of(row))
                        .findOne());
    }

    /** Keeps a correction until its case comes. */
    void park(Correction correction) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into parked_correction (case_id, correction)
                                values (:id, :correction)
                                """)
                        .bind("id", correction.caseId())
                        .bind("correction", sealed(correction.caseId(), CORRECTION, correction))
                        .execute());
    }

    /** A row of case_file, or of a join with it. */
    static CaseFile of(ResultSet row) throws SQLException {
        return new CaseFile(
                row.getObject("case_id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                Mode.valueOf(row.getString("mode")),
                row.getInt("round"),
                new Unit(row.getString("unit")));
    }

    private byte @Nullable [] sealed(UUID caseId, String column, Object value) {
        return vault.sealBytes(caseId, column, EventJson.write(value));
    }

    private <T> Optional<T> opened(UUID caseId, String column, byte[] sealed, Class<T> type) {
        return Optional.ofNullable(vault.openBytes(caseId, column, sealed))
                .map(json -> EventJson.read(json, type));
    }
}
