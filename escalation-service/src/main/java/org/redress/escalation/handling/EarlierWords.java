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
 * Seals what the journal kept in the clear before there was a vault, some at a time. It finds it by
 * an index that is empty once it is done.
 */
@ApplicationScoped
class EarlierWords {

    private static final int BATCH = 200;

    private record Clear(long seq, UUID customerCase, String words) {}

    private final Jdbi jdbi;
    private final Vault vault;

    EarlierWords(Jdbi jdbi, Vault vault) {
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
                                    select seq, case_id, text from journal_entry where text is not null
                                    order by seq limit ? for update skip locked
                                    """)
                            .bind(0, BATCH)
                            .map((row, context) ->
                                    new Clear(
                                            row.getLong("seq"),
                                            row.getObject("case_id", UUID.class),
                                            row.getString("text")))
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
                        "update journal_entry set sealed = ?, text = null where seq = ?");
        for (Clear clear : found) {
            batch.add(vault.seal(clear.customerCase(), Journal.WORDS, clear.words()), clear.seq());
        }
        batch.execute();
    }
}
