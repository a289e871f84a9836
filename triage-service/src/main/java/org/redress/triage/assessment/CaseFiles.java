package org.redress.triage.assessment;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.redress.platform.messaging.EventJson;
import org.redress.triage.cases.CaseCorrected;
import org.redress.triage.cases.CaseFacts;
import org.redress.triage.cases.CaseNumber;
import org.redress.triage.cases.Mode;

/** The cases that triage knows, and corrections that wait for their case. */
@ApplicationScoped
class CaseFiles {

    private final Jdbi jdbi;

    CaseFiles(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whether the case was new. */
    boolean add(CaseFile file) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                """
                                insert into case_file
                                    (case_id, case_number, mode, round, unit, facts)
                                values (:id, :number, :mode, :round, :unit, :facts::jsonb)
                                on conflict do nothing
                                """)
                        .bind("id", file.caseId())
                        .bind("number", file.caseNumber().text())
                        .bind("mode", file.mode().name())
                        .bind("round", file.round())
                        .bind("unit", file.facts().unit().path())
                        .bind("facts", json(file.facts()))
                        .execute())
                == 1;
    }

    void update(CaseFile file) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                update case_file set round = :round, facts = :facts::jsonb
                                where case_id = :id
                                """)
                        .bind("id", file.caseId())
                        .bind("round", file.round())
                        .bind("facts", json(file.facts()))
                        .execute());
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
    void park(CaseCorrected correction) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into parked_correction (case_id, correction)
                                values (:id, :correction::jsonb)
                                """)
                        .bind("id", correction.caseId())
                        .bind("correction", json(correction))
                        .execute());
    }

    /** The corrections that waited for the case, oldest first; they wait no longer. */
    List<CaseCorrected> takeParked(UUID caseId) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                with taken as (
                                    delete from parked_correction where case_id = :id returning *)
                                select correction from taken order by seq
                                """)
                        .bind("id", caseId)
                        .map((row, _) -> read(row.getString("correction"), CaseCorrected.class))
                        .list());
    }

    /** A row of case_file, or of a join with it. */
    static CaseFile of(ResultSet row) throws SQLException {
        return new CaseFile(
                row.getObject("case_id", UUID.class),
                new CaseNumber(row.getString("case_number")),
                Mode.valueOf(row.getString("mode")),
                row.getInt("round"),
                read(row.getString("facts"), CaseFacts.class));
    }

    private static String json(Object value) {
        return new String(EventJson.write(value), UTF_8);
    }

    private static <T> T read(String json, Class<T> type) {
        return EventJson.read(json.getBytes(UTF_8), type);
    }
}
