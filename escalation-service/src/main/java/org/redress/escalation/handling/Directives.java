package org.redress.escalation.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.PersonId;

/** The rows of {@code directive}; whoever changes one holds the row of its case. */
@ApplicationScoped
class Directives {

    private final Jdbi jdbi;

    Directives(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void keep(@Observes HandlingEvent.Directed event) {
        Directive directive = event.directive();
        switch (event.step()) {
            case ISSUED ->
                    jdbi.useHandle(handle ->
                            handle.execute(
                                    """
                                    insert into directive (directive_id, case_id, kind, unit, issued_by, issued_at, due_at)
                                    values (?, ?, ?, ?, ?, ?, ?)
                                    """,
                                    directive.directiveId(),
                                    event.customerCase().id().value(),
                                    directive.kind(),
                                    directive.unit(),
                                    directive.issuedBy().value(),
                                    directive.issuedAt(),
                                    directive.dueAt()));
            case RECEIVED -> sign("received", event);
            case ANSWERED -> sign("answered", event);
        }
    }

    private void sign(String what, HandlingEvent.Directed event) {
        jdbi.useHandle(handle ->
                handle.execute(
                        "update directive set %1$s_by = ?, %1$s_at = ? where directive_id = ?"
                                .formatted(what),
                        event.by().id(),
                        event.at(),
                        event.directive().directiveId()));
    }

    /** Those of a case, the oldest first. */
    List<Directive> of(CaseId customerCase) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select * from directive where case_id = ? order by directive_id")
                        .bind(0, customerCase.value())
                        .map(Directives::read)
                        .list());
    }

    Optional<Directive> find(CaseId customerCase, UUID id) {
        return of(customerCase).stream()
                .filter(directive -> directive.directiveId().equals(id))
                .findFirst();
    }

    private static Directive read(ResultSet row, StatementContext context) throws SQLException {
        return new Directive(
                row.getObject("directive_id", UUID.class),
                Directive.Kind.valueOf(row.getString("kind")),
                row.getString("unit"),
                new PersonId(row.getString("issued_by")),
                HandlingViews.instant(row, "issued_at"),
                HandlingViews.instant(row, "due_at"),
                person(row.getString("received_by")),
                HandlingViews.instantIfAny(row, "received_at"),
                person(row.getString("answered_by")),
                HandlingViews.instantIfAny(row, "answered_at"));
    }

    private static @Nullable PersonId person(@Nullable String column) {
        return column == null ? null : new PersonId(column);
    }
}
