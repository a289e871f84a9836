package org.redress.escalation.handling;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.redress.platform.vault.Vault;

/**
 * Seals what lay in the clear before there was a vault, some at a time: the words of the journal,
 * and those of events that were parked at the upgrade. It finds them by indexes that are empty once
 * it is done; until then they are read from where they are.
 */
@ApplicationScoped
public class EarlierWords {

    private static final int BATCH = 200;
    private static final List<Place> PLACES =
            List.of(
                    new Place("journal_entry", "seq", "text", "sealed", Journal.WORDS),
                    new Place(
                            "parked_event", "id", "words_in_clear", "words", "parked_event.words"));

    /** A table with words in the clear in one column, and sealed ones in another. */
    private record Place(String table, String id, String clear, String sealed, String sealedAs) {

        String find() {
            return "select %2$s, case_id, %3$s from %1$s where %3$s is not null order by %2$s limit ? for update skip locked"
                    .formatted(table, id, clear);
        }

        String replace() {
            return "update %1$s set %4$s = ?, %3$s = null where %2$s = ?"
                    .formatted(table, id, clear, sealed);
        }
    }

    private record Clear(Object id, UUID customerCase, String words) {}

    private final Jdbi jdbi;
    private final Vault vault;

    public EarlierWords(Jdbi jdbi, Vault vault) {
        this.jdbi = jdbi;
        this.vault = vault;
    }

    /** Seals the next of each place. */
    @Scheduled(
            every = "10s",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void sealSome() {
        jdbi.useHandle(handle -> PLACES.forEach(place -> sealSome(handle, place)));
    }

    private void sealSome(Handle handle, Place place) {
        List<Clear> found =
                handle.createQuery(place.find())
                        .bind(0, BATCH)
                        .map((row, context) ->
                                new Clear(
                                        row.getObject(1),
                                        row.getObject(2, UUID.class),
                                        row.getString(3)))
                        .list();
        if (found.isEmpty()) {
            return;
        }
        vault.prepare(found.stream().map(Clear::customerCase).distinct().toList());
        PreparedBatch batch = handle.prepareBatch(place.replace());
        for (Clear clear : found) {
            batch.add(
                    vault.seal(clear.customerCase(), place.sealedAs(), clear.words()), clear.id());
        }
        batch.execute();
    }
}
