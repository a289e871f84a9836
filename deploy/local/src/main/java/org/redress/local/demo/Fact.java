package org.redress.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * What the demo reads of {@code redress.bi.case-fact}. Of an assessment that has not come yet the
 * words are empty.
 */
record Fact(
        String caseClass,
        String category,
        String severity,
        String responseLevel,
        String ownerUnit,
        String status,
        Optional<Instant> assessedAt) {

    static Fact of(JsonNode told) {
        return new Fact(
                told.path("caseClass").asText(),
                told.path("category").asText(),
                told.path("severity").asText(),
                told.path("responseLevel").asText(),
                told.path("ownerUnit").asText(),
                told.path("status").asText(),
                Optional.of(told.path("assessedAt").asText())
                        .filter(at -> !at.isEmpty())
                        .map(Instant::parse));
    }

    boolean isClosed() {
        return status.equals("CLOSED");
    }
}
