package org.redress.notification;

import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What the database says of the messages of a story. */
public final class MessagesOf {
    private MessagesOf() {}

    /** Purpose and state of each, such as {@code ESCALATION_PAGE SENT}. */
    public static List<String> states(Story story) {
        return query("purpose || ' ' || state", story);
    }

    /** Purpose, state and reason of each. */
    public static List<String> reasons(Story story) {
        return query("purpose || ' ' || state || ' ' || coalesce(state_reason, '')", story);
    }

    private static List<String> query(String what, Story story) {
        return CDI.current()
                .select(Jdbi.class)
                .get()
                .withHandle(handle ->
                        handle.createQuery(
                                        "select "
                                                + what
                                                + " from message where case_number = :number"
                                                + " order by id")
                                .bind("number", story.caseNumber)
                                .mapTo(String.class)
                                .list());
    }
}
