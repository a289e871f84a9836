package org.redress.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who is reached about a case until somebody acknowledges. */
record Escalation(String id, int round, List<Page> pages, Optional<Acknowledged> acknowledged) {

    Escalation {
        pages = List.copyOf(pages);
    }

    /** One person who was paged, as the holder (A) or the deputy (B) of a duty. */
    record Page(String id, String person, String role, String holder, Instant at, Instant until) {

        static Page of(JsonNode told) {
            return new Page(
                    told.required("pageId").asText(),
                    told.required("personId").asText(),
                    told.required("roleId").asText(),
                    told.required("holder").asText(),
                    Instant.parse(told.required("pagedAt").asText()),
                    Instant.parse(told.required("acknowledgeBy").asText()));
        }

        /** How long is waited before the next person is paged. */
        Duration patience() {
            return Duration.between(at, until);
        }

        String told() {
            return person + " (" + role + " " + holder + ")";
        }
    }

    /** Who takes care, since when, and how they said so. */
    record Acknowledged(String person, Instant at, String via) {

        String how() {
            return via.equals("MAIL_LINK") ? "by the mail's link" : "in the application";
        }
    }

    static Escalation of(JsonNode told) {
        List<Page> pages = new ArrayList<>();
        told.path("pages").forEach(page -> pages.add(Page.of(page)));
        return new Escalation(
                told.required("escalationId").asText(),
                told.required("round").asInt(),
                pages,
                told.hasNonNull("acknowledgedAt")
                        ? Optional.of(
                                new Acknowledged(
                                        told.path("acknowledgedBy").asText(),
                                        Instant.parse(told.path("acknowledgedAt").asText()),
                                        told.path("acknowledgedVia").asText()))
                        : Optional.empty());
    }
}
