package org.redress.notification.messages;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Mode;
import org.redress.notification.cases.Origin;
import org.redress.notification.cases.SealedCase;
import org.redress.notification.mails.AlertPage;
import org.redress.notification.mails.Call;
import org.redress.notification.mails.News;
import org.redress.notification.mails.Page;

/** Messages as they rest, with the calls and the news in their columns. */
@ApplicationScoped
public class MessageRows {
    private final ObjectMapper json;

    MessageRows(ObjectMapper json) {
        this.json = json;
    }

    /** What a statement takes many rows from. */
    public String write(Object rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A message that was just claimed, as the claim has read it. */
    public Message claimed(ResultSet row) throws SQLException {
        return message(row, pages(row), SealedCase.of(row));
    }

    /** A page in a bundle, with what is known of its case. */
    Message riding(ResultSet row) throws SQLException {
        return message(row, Set.of(), SealedCase.of(row));
    }

    /** A message by itself, whatever has become of it. */
    Message alone(ResultSet row) throws SQLException {
        return message(row, Set.of(), null);
    }

    private Message message(ResultSet row, Set<MessageState> pages, @Nullable SealedCase file)
            throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getInt("attempts"),
                Purpose.valueOf(row.getString("purpose")),
                origin(row),
                about(row),
                new Recipient(
                        Recipient.Kind.valueOf(row.getString("recipient_kind")),
                        row.getString("recipient_id")),
                call(row),
                row.getString("escalation_id"),
                news(row),
                pages,
                row.getBytes("sealed"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                file);
    }

    private static Set<MessageState> pages(ResultSet row) throws SQLException {
        var states = row.getArray("pages");
        return states == null
                ? Set.of()
                : Arrays.stream((String[]) states.getArray())
                        .map(MessageState::valueOf)
                        .collect(toUnmodifiableSet());
    }

    @Nullable Call call(ResultSet row) throws SQLException {
        var alert = row.getString("alert");
        return alert == null
                ? read(row.getString("page"), Page.class)
                : read(alert, AlertPage.class);
    }

    private @Nullable News news(ResultSet row) throws SQLException {
        return read(row.getString("news"), News.class);
    }

    static @Nullable CaseRef about(ResultSet row) throws SQLException {
        var id = row.getObject("case_id", UUID.class);
        return id == null
                ? null
                : new CaseRef(id, row.getString("case_number"), row.getInt("round"));
    }

    static Origin origin(ResultSet row) throws SQLException {
        return new Origin(
                Mode.valueOf(row.getString("mode")),
                row.getString("org_unit"),
                row.getString("cause_id"),
                row.getString("traceparent"));
    }

    private <T> @Nullable T read(@Nullable String text, Class<T> type) {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
