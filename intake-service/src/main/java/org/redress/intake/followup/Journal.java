package org.redress.intake.followup;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.CaseId;
import org.redress.intake.customers.CustomerId;
import org.redress.intake.customers.SealedWords;

/** The append-only journals of all cases (requirement IN-29). */
@ApplicationScoped
public class Journal {

    private static final String ENTRY = "journal_entry.entry";
    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    private final Jdbi jdbi;
    private final SealedWords words;

    Journal(Jdbi jdbi, SealedWords words) {
        this.jdbi = jdbi;
        this.words = words;
    }

    /** An entry and its place in the journal. */
    public record Line(UUID id, JournalEntry entry) {}

    /**
     * What was written of a case, newest first; nothing if its customer was erased.
     *
     * @param before the place from which on older entries are wanted; null begins with the newest
     */
    public List<Line> of(CaseId caseId, CustomerId whose, @Nullable UUID before, int limit) {
        return jdbi
                .withHandle(handle ->
                        handle.createQuery(
                                        """
                                        select id, entry from journal_entry
                                        where case_id = :caseId and id < :before
                                        order by id desc limit :limit
                                        """)
                                .bind("caseId", caseId.value())
                                .bind("before", before == null ? BEHIND_ALL : before)
                                .bind("limit", limit)
                                .map((row, _) ->
                                        line(
                                                caseId,
                                                whose,
                                                row.getObject("id", UUID.class),
                                                row.getBytes("entry")))
                                .list())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    void add(CaseId caseId, CustomerId whose, JournalEntry entry) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into journal_entry (id, case_id, entry)
                                values (:id, :caseId, :entry)
                                """)
                        .bind("id", id)
                        .bind("caseId", caseId.value())
                        .bind("entry", words.seal(whose, ENTRY, caseId, entry))
                        .execute());
    }

    private Optional<Line> line(CaseId caseId, CustomerId whose, UUID id, byte[] sealed) {
        return words.open(whose, ENTRY, caseId, sealed, JournalEntry.class)
                .map(entry -> new Line(id, entry));
    }
}
