package org.redress.reporting.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.platform.messaging.EventJson;
import org.redress.reporting.events.Actor;
import org.redress.reporting.events.CaseEvent;
import org.redress.reporting.events.CaseNumber;
import org.redress.reporting.events.EventType;
import org.redress.reporting.facts.CaseFact;
import org.redress.reporting.facts.Mark;

/**
 * A case's whole story (RE-19).
 *
 * @param registeredAt absent while the registration itself is still on its way
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Timeline(
        @Schema(implementation = String.class) CaseNumber caseNumber,
        @Nullable Instant registeredAt,
        List<Entry> items) {

    /**
     * One event of it.
     *
     * @param elapsedSeconds since the registration; negative only where two machines' clocks differ
     * @param what the telling attributes, under the names of the published event
     * @param sentence the same for people
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            String id,
            String type,
            int round,
            Instant occurredAt,
            Instant recordedAt,
            @Nullable Double elapsedSeconds,
            Actor actor,
            @Schema(type = SchemaType.OBJECT) ObjectNode what,
            String sentence) {}

    static Timeline of(
            CaseNumber number, CaseFact fact, List<CaseEvent> story, Sentences sentences) {
        var registeredAt = fact.marks().first(Mark.REGISTERED);
        return new Timeline(
                number,
                registeredAt,
                story.stream().map(event -> entry(event, registeredAt, sentences)).toList());
    }

    private static Entry entry(
            CaseEvent event, @Nullable Instant registeredAt, Sentences sentences) {
        var about = event.about();
        var type = EventType.of(event.news());
        var what = EventJson.read(EventJson.write(event.news()), ObjectNode.class);
        return new Entry(
                event.id(),
                type.type(),
                about.round(),
                about.occurredAt(),
                about.recordedAt(),
                registeredAt == null ? null : seconds(registeredAt, about.occurredAt()),
                about.actor(),
                what,
                sentences.tell(type, what));
    }

    private static double seconds(Instant from, Instant until) {
        return Duration.between(from, until).toMillis() / 1000.0;
    }
}
