package org.redress.platform.messaging;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Refuses events that cannot be true whatever they mean: moments of the future or of another
 * century, unknown modes, attributes without end. Whoever may write a topic may still be wrong
 * (XX-07).
 */
@ApplicationScoped
class Plausibility {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_ATTRIBUTE = 255;

    private final EventRules rules;
    private final Clock clock;
    private final Clock wall;

    @Inject
    Plausibility(EventRules rules, Clock clock) {
        this(rules, clock, Clock.systemUTC());
    }

    Plausibility(EventRules rules, Clock clock, Clock wall) {
        this.rules = rules;
        this.clock = clock;
        this.wall = wall;
    }

    /**
     * Looks at the event.
     *
     * @throws UnreadableEvent naming what cannot be true
     */
    void check(IncomingEvent event) {
        checkLength("id", event.id());
        checkLength("source", event.source());
        checkLength("type", event.type());
        checkLength("key", event.key());
        rules.extensions()
                .forEach((name, values) -> {
                    if (!values.contains(event.extension(name))) {
                        throw new UnreadableEvent(
                                "extension '%s' missing or unknown".formatted(name), null);
                    }
                });
        checkMoment("time", event.time());
        if (event.data() != null) {
            checkMoments(event.data());
        }
    }

    private static void checkLength(String name, String value) {
        if (value.length() > LONGEST_ATTRIBUTE || value.isEmpty()) {
            throw new UnreadableEvent("attribute '%s' empty or too long".formatted(name), null);
        }
    }

    /** Only the payload's own fields; what is no JSON is found out by whoever reads it. */
    private void checkMoments(byte[] data) {
        try (JsonParser json = JSON.createParser(data)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var field = json.currentName();
                var value = json.nextToken();
                if (rules.moments().contains(field)) {
                    checkMoment(field, value == JsonToken.VALUE_STRING ? json.getText() : null);
                }
                json.skipChildren();
            }
        } catch (IOException notJson) {
            // The reader of the payload says so, with the name of what it wanted to read.
        }
    }

    private void checkMoment(String name, @Nullable String text) {
        try {
            if (text == null) {
                throw new UnreadableEvent("'%s' is no moment".formatted(name), null);
            }
            checkMoment(name, OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw new UnreadableEvent("'%s' is no moment".formatted(name), e);
        }
    }

    private void checkMoment(String name, Instant moment) {
        if (moment.isBefore(rules.earliest())) {
            throw new UnreadableEvent("'%s' lies too far back".formatted(name), null);
        }
        if (moment.isAfter(now().plus(rules.ahead()))) {
            throw new UnreadableEvent("'%s' lies ahead".formatted(name), null);
        }
    }

    /** The service's clock; no producer is measured by one that somebody has turned back. */
    private Instant now() {
        var ours = clock.instant();
        var real = wall.instant();
        return ours.isAfter(real) ? ours : real;
    }
}
