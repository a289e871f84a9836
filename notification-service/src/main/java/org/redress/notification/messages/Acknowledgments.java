package org.redress.notification.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.redress.notification.cases.Origin;
import org.redress.platform.web.outage.RetriedOnConflict;

/** The pages behind the links, and who says by one that they have it (NO-06). */
@ApplicationScoped
public class Acknowledgments {
    private final Jdbi jdbi;
    private final Calls calls;
    private final MessageRows rows;
    private final Clock clock;
    private final Event<DeliveryEvent> delivery;

    Acknowledgments(
            Jdbi jdbi, Calls calls, MessageRows rows, Clock clock, Event<DeliveryEvent> delivery) {
        this.jdbi = jdbi;
        this.calls = calls;
        this.rows = rows;
        this.clock = clock;
        this.delivery = delivery;
    }

    private static final String PAGES =
            """
            select told.*, ended.* from message told left join lateral (%s) ended on true
            where %%s and priority = 0 and purpose <> 'PAGE_BUNDLE' order by id
            """
                    .formatted(Calls.END);

    /** The page with this message id. */
    public Optional<PagedMessage> find(UUID messageId) {
        return pages("id = :id", messageId).stream().findFirst();
    }

    /** The pages that go out, or went out, in one mail with this message id. */
    public List<PagedMessage> bundle(UUID messageId) {
        return pages("bundle_id = :id", messageId);
    }

    private List<PagedMessage> pages(String which, UUID messageId) {
        return jdbi.withHandle(handle ->
                handle.createQuery(PAGES.formatted(which))
                        .bind("id", messageId)
                        .map((row, _) -> pagedMessage(row))
                        .list());
    }

    /**
     * Takes the call for the person whom the page called, if nothing has ended it: published once,
     * and only then. Otherwise nothing changes.
     *
     * @return the page as it is now, with whatever has ended the call
     */
    @RetriedOnConflict
    @Transactional
    public Optional<PagedMessage> acknowledge(UUID messageId) {
        find(messageId).map(PagedMessage::callId).ifPresent(calls::hold);
        var page = find(messageId);
        page.filter(open -> open.end().isEmpty()).ifPresent(this::take);
        return page.isEmpty() ? page : find(messageId);
    }

    private void take(PagedMessage page) {
        var now = clock.instant();
        if (calls.take(page.callId(), page.personId(), "MAIL_LINK", now)) {
            record(page, now);
        }
    }

    private void record(PagedMessage page, Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate("update message set acknowledged_at = :now where id = :id")
                        .bind("now", now)
                        .bind("id", page.id())
                        .execute());
        delivery.fire(new DeliveryEvent.Acknowledged(page, now));
    }

    private PagedMessage pagedMessage(ResultSet row) throws SQLException {
        var origin = MessageRows.origin(row);
        return new PagedMessage(
                row.getObject("id", UUID.class),
                new Origin(origin.mode(), origin.orgUnit(), null, null),
                MessageRows.about(row),
                row.getString("recipient_id"),
                row.getString("escalation_id"),
                Objects.requireNonNull(rows.call(row)),
                Calls.end(row));
    }
}
