package org.redress.intake.timetable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Which terms a case is promised (requirement IN-10): those of its channel or the standard ones,
 * and when it is urgent never later than the urgent ones.
 *
 * @param byChannel terms of single channels, by the channel's name
 */
public record PromisePolicy(Terms standard, Terms urgent, Map<String, Terms> byChannel) {

    public PromisePolicy {
        byChannel = Map.copyOf(byChannel);
    }

    /** The timetable of a case registered at {@code registeredAt}, in full minutes. */
    public Timetable promise(String channel, boolean isUrgent, Instant registeredAt) {
        Terms usual = byChannel.getOrDefault(channel, standard);
        Terms terms = isUrgent ? usual.soonerOf(urgent) : usual;
        return new Timetable(
                List.of(
                        new Promise(
                                Milestone.ACKNOWLEDGMENT,
                                due(registeredAt, terms.acknowledgment()),
                                HeardFrom.CUSTOMER_SERVICE),
                        new Promise(
                                Milestone.FIRST_RESPONSE,
                                due(registeredAt, terms.firstResponse()),
                                HeardFrom.RESPONSIBLE_UNIT),
                        new Promise(
                                Milestone.RESOLUTION,
                                due(registeredAt, terms.resolution()),
                                HeardFrom.RESPONSIBLE_UNIT)));
    }

    /** Nobody reads out seconds: up to the next full minute. */
    private static Instant due(Instant registeredAt, Duration wait) {
        Instant exact = registeredAt.plus(wait);
        Instant minute = exact.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(exact) ? exact : minute.plus(1, ChronoUnit.MINUTES);
    }
}
