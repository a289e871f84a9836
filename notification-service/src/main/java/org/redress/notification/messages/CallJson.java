package org.redress.notification.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Mode;
import org.redress.notification.cases.Origin;
import org.redress.notification.mails.AlertPage;
import org.redress.notification.mails.Call;
import org.redress.notification.mails.News;
import org.redress.notification.mails.Page;

/** Calls and news as they rest in the columns of the messages. */
@ApplicationScoped
class CallJson {
    private final ObjectMapper json;

    CallJson(ObjectMapper json) {
        this.json = json;
    }

    @Nullable String write(@Nullable Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable Call call(ResultSet row) throws SQLException {
        var alert = row.getString("alert");
        return alert == null
                ? read(row.getString("page"), Page.class)
                : read(alert, AlertPage.class);
    }

    @Nullable News news(ResultSet row) throws SQLException {
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
