package org.redress.escalation.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.platform.vault.Vault;

/** The rows of {@code information_request}; whoever changes one holds the row of its case. */
@ApplicationScoped
class Inquiries {

    private static final String QUESTION = "information_request.question";
    private static final String ANSWER = "information_request.answer";

    private final Jdbi jdbi;
    private final Vault vault;

    Inquiries(Jdbi jdbi, Vault vault) {
        this.jdbi = jdbi;
        this.vault = vault;
    }

    void ask(CaseId customerCase, Inquiry inquiry) {
        UUID id = customerCase.value();
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        insert into information_request (request_id, case_id, unit, asked_by, asked_at, due_at,
                                                         paused, question)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        inquiry.requestId(),
                        id,
                        inquiry.unit() == null ? null : inquiry.unit().value(),
                        inquiry.askedBy().value(),
                        inquiry.askedAt(),
                        inquiry.dueAt(),
                        inquiry.pausedClock(),
                        vault.seal(id, QUESTION, inquiry.question())));
    }

    void answer(CaseId customerCase, UUID requestId, String answer, PersonId by, Instant at) {
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        update information_request set answer = ?, answered_by = ?, answered_at = ?
                        where request_id = ?
                        """,
                        vault.seal(customerCase.value(), ANSWER, answer),
                        by.value(),
                        at,
                        requestId));
    }

    /** All of a case, the oldest first. */
    List<Inquiry> of(CaseId customerCase) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select * from information_request where case_id = ? order by request_id")
                        .bind(0, customerCase.value())
                        .map((row, _) -> read(customerCase.value(), row))
                        .list());
    }

    private Inquiry read(UUID customerCase, ResultSet row) throws SQLException {
        String unit = row.getString("unit");
        String answeredBy = row.getString("answered_by");
        return new Inquiry(
                row.getObject("request_id", UUID.class),
                unit == null ? null : new UnitPath(unit),
                vault.open(customerCase, QUESTION, row.getBytes("question")),
                new PersonId(row.getString("asked_by")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getObject("paused", UUID.class),
                vault.open(customerCase, ANSWER, row.getBytes("answer")),
                answeredBy == null ? null : new PersonId(answeredBy),
                instantIfAny(row.getObject("answered_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instantIfAny(@Nullable OffsetDateTime column) {
        return column == null ? null : column.toInstant();
    }
}
