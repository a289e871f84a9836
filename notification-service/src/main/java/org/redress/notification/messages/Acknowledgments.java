package org.redress.notification.messages;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.redress.notification.cases.Mode;
import org.redress.notification.cases.Origin;
import org.redress.notification.mails.Page;

/**
 * Who has taken which escalation: by a link of ours, or elsewhere as escalation tells. Either way
 * its pages that have not gone out stay here (ES-17, NO-06).
 */
@ApplicationScoped
public class Acknowledgments {
    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;
    private final Event<DeliveryEvent> delivery;

    @Inject
    Acknowledgments(Jdbi jdbi, ObjectMapper json, Clock clock, Event<DeliveryEvent> delivery) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
        this.delivery = delivery;
    }

    /** The page with this message id. */
    public Optional<PagedMessage> find(UUID messageId) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select m.*, t.person_id as taken_by, t.taken_at
                                from messages m
                                left join taken_escalations t using (escalation_id)
                                where m.id = :id and m.purpose = 'ESCALATION_PAGE'
                                """)
                        .bind("id", messageId)
                        .map((row, _) -> pagedMessage(row))
                        .findOne());
    }

    /**
     * Takes the escalation for the person whom the page called, if nobody has taken it: published
     * once, and only then. Otherwise nothing changes.
     *
     * @return the page as it is now, with whoever has taken it
     */
    @Transactional
    public Optional<PagedMessage> acknowledge(UUID messageId) {
        var now = clock.instant();
        find(messageId)
                .filter(page -> take(page.escalationId(), page.personId(), "MAIL_LINK", now))
                .ifPresent(page -> record(page, now));
        return find(messageId);
    }

    @Transactional(MANDATORY)
    void heard(EscalationAcknowledged acknowledged) {
        take(
                acknowledged.escalationId(),
                acknowledged.personId(),
                acknowledged.via(),
                acknowledged.occurredAt());
    }

    /** The first one takes it; whoever comes at the same time waits here for the row. */
    private boolean take(String escalationId, String personId, String via, Instant at) {
        var first =
                jdbi.withHandle(handle ->
                        handle.createUpdate(
                                                """
                                                insert into taken_escalations
                                                    (escalation_id, person_id, via, taken_at)
                                                values (:escalation, :person, :via, :at)
                                                on conflict do nothing
                                                """)
                                        .bind("escalation", escalationId)
                                        .bind("person", personId)
                                        .bind("via", via)
                                        .bind("at", at.atOffset(ZoneOffset.UTC))
                                        .execute()
                                == 1);
        if (first) {
            suppress(escalationId);
        }
        return first;
    }

    private void suppress(String escalationId) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                update messages set state = 'SUPPRESSED',
                                    state_reason = 'ACKNOWLEDGED', finished_at = :now
                                where escalation_id = :escalation and state = any(:from)
                                """)
                        .bind("escalation", escalationId)
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .bind("from", MessageState.SUPPRESSED.from())
                        .execute());
    }

    private void record(PagedMessage page, Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate("update messages set acknowledged_at = :now where id = :id")
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .bind("id", page.id())
                        .execute());
        delivery.fire(new DeliveryEvent.Acknowledged(page, now));
    }

    private PagedMessage pagedMessage(ResultSet row) throws SQLException {
        var takenBy = row.getString("taken_by");
        return new PagedMessage(
                row.getObject("id", UUID.class),
                new Origin(
                        Mode.valueOf(row.getString("mode")), row.getString("org_unit"), null, null),
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                row.getInt("round"),
                row.getString("recipient_id"),
                row.getString("escalation_id"),
                read(row.getString("page")),
                takenBy == null
                        ? Optional.empty()
                        : Optional.of(
                                new PagedMessage.Taken(
                                        takenBy,
                                        row.getObject("taken_at", OffsetDateTime.class)
                                                .toInstant())));
    }

    private Page read(String page) {
        try {
            return json.readValue(page, Page.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
