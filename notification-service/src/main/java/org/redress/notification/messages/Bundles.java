package org.redress.notification.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.SealedCase;
import org.redress.notification.mails.Page;

/** What rides in a bundle goes out with it, and ends as it ends (ADR 19). */
@ApplicationScoped
public class Bundles {

    private static final List<String> GRAVEST_FIRST = List.of("CRITICAL", "HIGH", "MEDIUM", "LOW");

    private final Jdbi jdbi;
    private final Pagers pagers;
    private final MessageRows rows;
    private final Clock clock;

    Bundles(Jdbi jdbi, Pagers pagers, MessageRows rows, Clock clock) {
        this.jdbi = jdbi;
        this.pagers = pagers;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Closes the bundle and takes its pages to be sent, the gravest first; again if its sender
     * died. What nobody needs any more is not among them.
     */
    @Transactional
    public List<Message> take(Message bundle) {
        var now = clock.instant();
        pagers.close(bundle, now);
        return jdbi
                .withHandle(handle ->
                        handle.createQuery(TAKE)
                                .bind("bundle", bundle.id())
                                .bind("attempt", bundle.attempt())
                                .bind("now", now)
                                .map((row, _) -> rows.riding(row))
                                .list())
                .stream()
                .sorted(Comparator.comparingInt(Bundles::gravity))
                .toList();
    }

    private static int gravity(Message page) {
        return page.call() instanceof Page call ? GRAVEST_FIRST.indexOf(call.severity()) : -1;
    }

    /** A call that ended while its bundle was with a sender that died has left its reason. */
    private static final String TAKE =
            """
            with over as (
                update message set state = 'SUPPRESSED', finished_at = :now
                where bundle_id = :bundle and state = 'SENDING' and state_reason is not null
            ), claimed as (
                update message set state = 'SENDING', attempts = :attempt
                where bundle_id = :bundle and state in ('BUNDLED', 'SENDING') and state_reason is null
                returning *)
            select claimed.*, %s
            from claimed left join customer_case c on c.case_id = claimed.case_id %s
            order by claimed.id
            """
                    .formatted(SealedCase.COLUMNS, SealedCase.JOINS);

    /**
     * Writes down of each page how the attempt to send their bundle has ended.
     *
     * @param to where they are now; those whose call has ended meanwhile do not go out again
     * @return the pages
     */
    public List<Message> end(
            Message bundle,
            MessageState to,
            @Nullable String reason,
            String outcome,
            String detail) {
        return jdbi.withHandle(handle ->
                handle.createQuery(END)
                        .bind("bundle", bundle.id())
                        .bind("attempt", bundle.attempt())
                        .bind("to", to.name())
                        .bind("reason", reason)
                        .bind("outcome", outcome)
                        .bind("detail", detail)
                        .bind("now", clock.instant())
                        .map((row, _) -> rows.alone(row))
                        .list());
    }

    private static final String END =
            """
            with gone as (
                update message set
                    state = case when :to = 'BUNDLED' and state_reason is not null then 'SUPPRESSED' else :to end,
                    state_reason = case when :to in ('SENT', 'FAILED') then null
                        else coalesce(state_reason, :reason) end,
                    finished_at = case when :to <> 'BUNDLED' or state_reason is not null
                        then cast(:now as timestamptz) end
                where bundle_id = :bundle and state in ('BUNDLED', 'SENDING')
                returning *
            ), tried as (
                insert into attempt (message_id, attempt, started_at, finished_at, outcome, detail)
                select gone.id, :attempt, mail.started_at, :now, :outcome, :detail
                from gone join attempt mail on mail.message_id = :bundle and mail.attempt = :attempt
                on conflict do nothing)
            select * from gone order by id
            """;
}
