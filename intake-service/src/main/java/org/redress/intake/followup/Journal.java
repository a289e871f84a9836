package org.redress.intake.followup;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.redress.intake.cases.CaseId;
import org.redress.intake.vault.CustomerKey;
import org.redress.intake.vault.Vault;

/** The append-only journals of all cases (requirement IN-29). */
@ApplicationScoped
public class Journal {

    private final Jdbi jdbi;
    private final Vault vault;

    Journal(Jdbi jdbi, Vault vault) {
        this.jdbi = jdbi;
        this.vault = vault;
    }

    /** What was written of a case, oldest first. */
    public List<JournalEntry> of(CaseId caseId, CustomerKey key) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select entry from journal_entry where case_id = :id order by id")
                        .bind("id", caseId.value())
                        .map((row, _) ->
                                vault.open(key, row.getBytes("entry"), JournalEntry.class, caseId))
                        .list());
    }

    void add(CaseId caseId, CustomerKey key, JournalEntry entry) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into journal_entry (id, case_id, entry)
                                values (:id, :caseId, :entry)
                                """)
                        .bind("id", UuidCreator.getTimeOrderedEpoch())
                        .bind("caseId", caseId.value())
                        .bind("entry", vault.seal(key, entry, caseId))
                        .execute());
    }
}
