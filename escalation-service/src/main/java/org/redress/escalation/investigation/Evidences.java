package org.redress.escalation.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.PersonId;
import org.redress.platform.vault.Vault;

/** The rows of {@code evidence}; only ever added to. */
@ApplicationScoped
class Evidences {

    private static final String WHAT = "evidence.what";
    private static final String KEPT = "evidence.kept";

    private final Jdbi jdbi;
    private final Vault vault;

    Evidences(Jdbi jdbi, Vault vault) {
        this.jdbi = jdbi;
        this.vault = vault;
    }

    void add(CaseId customerCase, Evidence evidence) {
        UUID id = customerCase.value();
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        insert into evidence (evidence_id, case_id, kind, digest, added_by, added_at, what, kept)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        evidence.evidenceId(),
                        id,
                        evidence.kind(),
                        evidence.digest(),
                        evidence.addedBy().value(),
                        evidence.addedAt(),
                        vault.seal(id, WHAT, evidence.what()),
                        vault.seal(id, KEPT, evidence.kept())));
    }

    /** All of a case, the oldest first. */
    List<Evidence> of(CaseId customerCase) {
        UUID id = customerCase.value();
        return jdbi.withHandle(handle ->
                handle.createQuery("select * from evidence where case_id = ? order by evidence_id")
                        .bind(0, id)
                        .map((row, _) ->
                                new Evidence(
                                        row.getObject("evidence_id", UUID.class),
                                        Evidence.Kind.valueOf(row.getString("kind")),
                                        vault.open(id, WHAT, row.getBytes("what")),
                                        vault.open(id, KEPT, row.getBytes("kept")),
                                        row.getString("digest"),
                                        new PersonId(row.getString("added_by")),
                                        row.getObject("added_at", OffsetDateTime.class)
                                                .toInstant()))
                        .list());
    }
}
