package org.redress.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a case stands at escalation. */
record Handling(
        String status,
        @Nullable String closedAs,
        int round,
        Instant changedAt,
        List<Escalation> escalations) {

    /** Who is reached about a case until somebody acknowledges. */
    record Escalation(
            String escalationId,
            int round,
            List<Page> pages,
            Optional<Instant> acknowledgedAt,
            Optional<String> acknowledgedBy,
            Optional<String> acknowledgedVia) {

        /** Who took care and how they said so, such as {@code X took care by the mail's link}. */
        String told() {
            boolean byMail = acknowledgedVia.filter("MAIL_LINK"::equals).isPresent();
            return "%s took care %s"
                    .formatted(
                            acknowledgedBy.orElse(""),
                            byMail ? "by the mail's link" : "in the application");
        }
    }

    /** One person who was paged, as the holder (A) or the deputy (B) of a duty. */
    record Page(
            String pageId,
            String personId,
            String roleId,
            String holder,
            Instant pagedAt,
            Instant acknowledgeBy) {

        /** How long is waited before the next person is paged. */
        Duration patience() {
            return Duration.between(pagedAt, acknowledgeBy);
        }

        String told() {
            return personId + " (" + roleId + " " + holder + ")";
        }
    }

    boolean isAssigned() {
        return status.equals("ASSIGNED");
    }

    boolean isClosed() {
        return status.equals("CLOSED");
    }

    /** The escalation of this round, if anybody was paged. */
    Optional<Escalation> escalation(int inRound) {
        return escalations.stream()
                .filter(one -> one.round() == inRound && !one.pages().isEmpty())
                .findFirst();
    }
}
