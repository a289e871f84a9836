package org.redress.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a case stands at escalation. */
record Handling(
        String status,
        String closedAs,
        int round,
        Instant changedAt,
        List<Escalation> escalations,
        String tag) {

    Handling {
        escalations = List.copyOf(escalations);
    }

    static Handling of(Answer answer) {
        JsonNode told = answer.body();
        List<Escalation> escalations = new ArrayList<>();
        told.path("escalations").forEach(one -> escalations.add(Escalation.of(one)));
        return new Handling(
                told.required("status").asText(),
                told.path("closedAs").asText(),
                told.required("round").asInt(),
                Instant.parse(told.required("changedAt").asText()),
                escalations,
                answer.tag());
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
