package org.redress.escalation.paging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.platform.messaging.OneTrip;

/**
 * What notification has said of each page: columns of {@code page} that no entity maps. A page
 * whose delivery has come to its end needs nobody's eye any more.
 */
@ApplicationScoped
public class Deliveries {

    private final Jdbi jdbi;
    private final OneTrip<Word> words;

    /** What was said of a page; without an end it is still under way. */
    private record Word(UUID pageId, @Nullable String end, @Nullable Instant at) {}

    Deliveries(Jdbi jdbi, TransactionSynchronizationRegistry transaction) {
        this.jdbi = jdbi;
        this.words = OneTrip.to(transaction, this::write);
    }

    /** The mail server took it. */
    public void sent(UUID pageId) {
        words.add(new Word(pageId, "SENT", null));
    }

    /** It will never arrive. */
    public void failed(UUID pageId) {
        words.add(new Word(pageId, "FAILED", null));
    }

    /** It is tried again, or was just told again. */
    public void heardOf(UUID pageId, Instant at) {
        words.add(new Word(pageId, null, at));
    }

    private void write(List<Word> said) {
        jdbi.useHandle(handle -> {
            var batch =
                    handle.prepareBatch(
                            """
                            update page set delivery = :end, awaited_from = :at
                            where page_id = :page and delivery is null
                            """);
            said.forEach(word ->
                    batch.bind("page", word.pageId())
                            .bind("end", word.end())
                            .bind("at", word.at())
                            .add());
            batch.execute();
        });
    }

    /**
     * Pages of which nothing has been heard since then, the oldest first. Such as nobody waits for
     * are at their end: somebody has answered, the case is over, or it is a test, which reaches
     * nobody.
     */
    public List<UUID> silentSince(Instant then, int most) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                with waiting as materialized (
                                    select page_id, escalation_id from page
                                    where delivery is null and coalesce(awaited_from, paged_at) <= :then
                                    order by coalesce(awaited_from, paged_at)
                                    limit %d for update skip locked
                                ), silent as materialized (
                                    select page_id, state in ('ACKNOWLEDGED', 'ENDED') or mode = 'TEST' as over
                                    from waiting cross join lateral
                                        (select state, mode from escalation where id = escalation_id limit 1) its
                                ), rested as (
                                    update page set delivery = 'NOT_NEEDED'
                                    where page_id = any(array(select page_id from silent where over)))
                                select page_id from silent where not over
                                """
                                        .formatted(most))
                        .bind("then", then)
                        .mapTo(UUID.class)
                        .list());
    }
}
