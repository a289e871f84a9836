package org.redress.reporting.facts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.redress.reporting.Story;
import org.redress.reporting.events.CaseEvent;

/** Facts of stories, and how they are published in Shanghai. */
public final class FactFixtures {
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    public static final Instant PUBLISHED_AT = Instant.parse("2026-11-30T00:00:00Z");

    private FactFixtures() {}

    public static CaseFact fold(Story story) {
        return fold(story.events());
    }

    static CaseFact fold(List<CaseEvent> events) {
        var fact = CaseFact.unknown(events.getFirst().caseId());
        for (var event : events) {
            fact = fact.with(event);
        }
        return fact;
    }

    public static PublishedFact published(Story story) {
        return published(story.events());
    }

    public static PublishedFact published(List<CaseEvent> events) {
        return PublishedFact.of(fold(events), SHANGHAI, 1, PUBLISHED_AT);
    }
}
