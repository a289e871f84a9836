package org.redress.reporting.timeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.reporting.events.CaseEvent;
import org.redress.reporting.events.EventType;

/**
 * The order in which a story is told: by when things happened; those of one moment by cause and
 * effect, then by when they were written down, then by topic.
 */
final class StoryOrder {
    private final Map<String, CaseEvent> events;

    private StoryOrder(List<CaseEvent> events) {
        this.events = events.stream().collect(Collectors.toMap(CaseEvent::id, Function.identity()));
    }

    static List<CaseEvent> of(List<CaseEvent> events) {
        return events.stream()
                .sorted(
                        Comparator.comparing(StoryOrder::occurredAt)
                                .thenComparing(new StoryOrder(events)::causes)
                                .thenComparing(event -> event.about().recordedAt())
                                .thenComparing(event -> EventType.of(event.news()))
                                .thenComparing(CaseEvent::id))
                .toList();
    }

    private static Instant occurredAt(CaseEvent event) {
        return event.about().occurredAt();
    }

    /** How many events of the same moment led to this one. */
    private int causes(CaseEvent event) {
        var met = new HashSet<String>();
        var cause = cause(event);
        while (cause != null
                && occurredAt(cause).equals(occurredAt(event))
                && met.add(cause.id())) {
            cause = cause(cause);
        }
        return met.size();
    }

    private @Nullable CaseEvent cause(CaseEvent event) {
        return event.causationId() == null ? null : events.get(event.causationId());
    }
}
