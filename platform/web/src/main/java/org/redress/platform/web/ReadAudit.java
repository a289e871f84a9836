package org.redress.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;

/** Writes down who read whose personal data (requirement XX-01); the read fails if it can't. */
@ApplicationScoped
public class ReadAudit {

    private final Jdbi jdbi;
    private final Caller caller;

    ReadAudit(DataSource dataSource, Caller caller) {
        this.jdbi = jdbi(dataSource);
        this.caller = caller;
    }

    /**
     * Notes that the caller reads personal data of this subject, say {@code customer} and its id.
     */
    @Transactional
    public void record(String subjectKind, String subjectId) {
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        insert into web.read_audit (person_id, roles, subject_kind, subject_id)
                        values (?, ?, ?, ?)
                        """,
                        caller.personId(),
                        String.join(" ", caller.roles()),
                        subjectKind,
                        subjectId));
    }

    /** SQL that takes part in the running JTA transaction. */
    static Jdbi jdbi(DataSource dataSource) {
        var jdbi = Jdbi.create(dataSource);
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        return jdbi;
    }
}
