package org.redress.escalation.events;

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
 * Seals the words of the events that were parked when the database got its vault, some at a time.
 * Until then they are read from where the migration kept them.
 */
@ApplicationScoped
class WordsParkedEarlier {

    private static final int BATCH = 200;

    private record Clear(UUID id, UUID customerCase, String words) {}

    private final Jdbi jdbi;
    private final Vault vault;

    WordsParkedEarlier(Jdbi jdbi, Vault vault) {
        this.jdbi = jdbi;
        this.vault = vault;
    }

    @Scheduled(
            every = "10s",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sealSome() {
        jdbi.useHandle(handle -> {
            List<Clear> found =
                    handle.createQuery(
                                    """
                                    select id, case_id, words_in_clear from parked_event
                                    where words_in_clear is not null
                                    order by id limit ? for update skip locked
                                    """)
                            .bind(0, BATCH)
                            .map((row, context) ->
                                    new Clear(
                                            row.getObject("id", UUID.class),
                                            row.getObject("case_id", UUID.class),
                                            row.getString("words_in_clear")))
                            .list();
            if (!found.isEmpty()) {
                seal(handle, found);
            }
        });
    }

    private void seal(Handle handle, List<Clear> found) {
        vault.prepare(found.stream().map(Clear::customerCase).distinct().toList());
        PreparedBatch batch =
                handle.prepareBatch(
                        "update parked_event set words = ?, words_in_clear = null where id = ?");
        for (Clear clear : found) {
            batch.add(vault.seal(clear.customerCase(), Park.WORDS, clear.words()), clear.id());
        }
        batch.execute();
    }
}
