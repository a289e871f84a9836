package org.redress.notification.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case, its judgment and its customer as they rest: read along by whatever statement joins them,
 * and opened by {@link Cases#open} where that may fail.
 *
 * @param contact of the customer; null when it has not come yet, or is erased
 */
public record SealedCase(
        UUID caseId,
        String caseNumber,
        String customerId,
        String language,
        byte @Nullable [] story,
        boolean danger,
        String timetable,
        @Nullable String caseClass,
        byte @Nullable [] judgment,
        byte @Nullable [] contact,
        boolean erased) {

    /** What a statement selects beside a {@code case_id}, if it joins by {@link #JOINS}. */
    public static final String COLUMNS =
            """
            c.case_number as known_as, c.customer_id, c.language, c.sealed as story, c.danger,
            c.timetable, a.case_class, a.sealed as judgment,
            u.sealed as contact, coalesce(u.erased, false) as erased
            """;

    /** To the cases {@code c}. */
    public static final String JOINS =
            """
            left join assessment a on a.case_id = c.case_id
            left join customer u on u.customer_id = c.customer_id
            """;

    /** What the row tells of its case; null when nothing has been heard of it yet. */
    public static @Nullable SealedCase of(ResultSet row) throws SQLException {
        var number = row.getString("known_as");
        return number == null
                ? null
                : new SealedCase(
                        row.getObject("case_id", UUID.class),
                        number,
                        row.getString("customer_id"),
                        row.getString("language"),
                        row.getBytes("story"),
                        row.getBoolean("danger"),
                        row.getString("timetable"),
                        row.getString("case_class"),
                        row.getBytes("judgment"),
                        row.getBytes("contact"),
                        row.getBoolean("erased"));
    }

    /** Under whose keys its words and the contact rest. */
    Stream<UUID> subjects() {
        return contact == null ? Stream.of(caseId) : Stream.of(caseId, UUID.fromString(customerId));
    }

    @Override
    public String toString() {
        return "SealedCase[" + caseNumber + "]";
    }
}
