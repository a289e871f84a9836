package org.redress.notification.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.CaseNumber;
import org.redress.notification.cases.Mode;
import org.redress.notification.messages.MessageState;
import org.redress.notification.messages.Purpose;
import org.redress.notification.messages.Recipient;
import org.redress.notification.recipients.CustomerContact;
import org.redress.notification.recipients.Customers;
import org.redress.notification.recipients.Staff;
import org.redress.notification.recipients.StaffMember;
import org.redress.notification.records.MessageView.AttemptView;
import org.redress.notification.records.MessageView.RecipientView;

/** The record of what was sent to whom, for reading. */
@ApplicationScoped
class MessageRecords {
    // A case belongs to the unit that triage gave it to, and until then to the one that took it.
    private static final String SELECT =
            """
            select m.*, u.sealed as contact, coalesce(m.page, m.alert) ->> 'pageId' as page_id,
                case when m.state <> 'WAITING' then null
                     when c.case_id is null then 'CASE' else 'CUSTOMER' end as waits_for
            from message m
            left join customer_case c using (case_id)
            left join assessment a using (case_id)
            left join customer u on u.customer_id = m.recipient_id and m.recipient_kind = 'CUSTOMER'
            where exists (
                select from unnest(cast(:units as text[])) unit
                where coalesce(a.owner_unit, m.org_unit) = unit
                   or starts_with(coalesce(a.owner_unit, m.org_unit), unit || '/'))
            """;

    /** A message as it is shown, and its case: that it was read is a secret of the case. */
    record Seen(MessageView message, @Nullable UUID caseId) {

        /** Whether whoever sees it sees something of a customer. */
        boolean isToCustomer() {
            return message.recipient().kind() == Recipient.Kind.CUSTOMER;
        }
    }

    private final Jdbi jdbi;
    private final Customers customers;
    private final Staff staff;

    MessageRecords(Jdbi jdbi, Customers customers, Staff staff) {
        this.jdbi = jdbi;
        this.customers = customers;
        this.staff = staff;
    }

    /** Messages of the case that these units see, oldest first, after the one with the given id. */
    List<Seen> ofCase(CaseNumber number, List<String> units, UUID after, int most) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                SELECT
                                        + " and m.case_number = :caseNumber"
                                        + " and m.id > :after order by m.id limit :most")
                        .bindArray("units", String.class, units)
                        .bind("caseNumber", number.text())
                        .bind("after", after)
                        .bind("most", most)
                        .map((row, _) -> seen(row))
                        .list());
    }

    /** The message, if these units see it. */
    Optional<Seen> find(UUID id, List<String> units) {
        return jdbi.withHandle(handle ->
                handle.createQuery(SELECT + " and m.id = :id")
                        .bindArray("units", String.class, units)
                        .bind("id", id)
                        .map((row, _) -> seen(row))
                        .findOne());
    }

    List<AttemptView> attempts(UUID id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select * from attempt where message_id = :id"
                                        + " order by attempt")
                        .bind("id", id)
                        .map((row, _) ->
                                new AttemptView(
                                        row.getInt("attempt"),
                                        row.getObject("started_at", OffsetDateTime.class)
                                                .toInstant(),
                                        instant(row, "finished_at"),
                                        row.getString("outcome"),
                                        row.getString("detail")))
                        .list());
    }

    private Seen seen(ResultSet row) throws SQLException {
        return new Seen(view(row), row.getObject("case_id", UUID.class));
    }

    private MessageView view(ResultSet row) throws SQLException {
        var state = MessageState.valueOf(row.getString("state"));
        return new MessageView(
                row.getObject("id", UUID.class),
                Purpose.valueOf(row.getString("purpose")),
                state,
                row.getString("waits_for"),
                row.getString("state_reason"),
                Mode.valueOf(row.getString("mode")),
                row.getString("case_number"),
                row.getObject("round", Integer.class),
                recipient(
                        Recipient.Kind.valueOf(row.getString("recipient_kind")),
                        row.getString("recipient_id"),
                        row.getBytes("contact")),
                row.getString("page_id"),
                row.getString("alert") == null ? row.getString("escalation_id") : null,
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                state == MessageState.QUEUED ? instant(row, "due_at") : null,
                instant(row, "finished_at"),
                instant(row, "acknowledged_at"));
    }

    private RecipientView recipient(
            Recipient.Kind kind, @Nullable String id, byte @Nullable [] contact) {
        if (id == null) {
            return new RecipientView(kind, null, null);
        }
        var address =
                switch (kind) {
                    case STAFF -> staff.find(id).map(StaffMember::email);
                    case CUSTOMER ->
                            customers
                                    .open(id, contact)
                                    .map(CustomerContact::email)
                                    .map(MessageRecords::masked);
                };
        return new RecipientView(kind, id, address.orElse(null));
    }

    /** The first letter and the domain: enough to recognise a typing error, no more (XX-01). */
    static String masked(String address) {
        var at = address.lastIndexOf('@');
        return address.substring(0, address.offsetByCodePoints(0, 1))
                + "***"
                + (at < 0 ? "" : address.substring(at));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
