package org.redress.platform.messaging;

import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a service does with the events of a topic: a bean with one reaction for each type that it
 * reads. Other types of the topic are passed over; a type that comes on another topic is not its.
 */
public interface Subscription {

    /** The topic; what is retried from it comes here too. */
    String topic();

    /** What is done with each type. */
    List<Reaction> reactions();

    /**
     * These events of the topic are about to be prepared, those of one poll: what takes a trip can
     * be made once for all of them. Whatever fails here shows again where it is needed.
     */
    default void expect(Collection<IncomingEvent> events) {}

    /** Reacts to a type whose payload becomes a record of {@code dataType}. */
    static <T> Reaction on(String type, Class<T> dataType, BiConsumer<IncomingEvent, T> effect) {
        return new Reaction(
                type,
                event -> {
                    var data = event.as(dataType);
                    return () -> effect.accept(event, data);
                });
    }

    /**
     * Reacts to a type whose effect is prepared <b>before the transaction</b>: what takes long, or
     * needs nothing but the event. The preparation may run more than once, and for an event that
     * turns out to be known.
     */
    static <T> Reaction prepared(
            String type, Class<T> dataType, BiFunction<IncomingEvent, T, Runnable> preparation) {
        return new Reaction(type, event -> preparation.apply(event, event.as(dataType)));
    }

    /** As {@link #on}, for a compacted topic: a tombstone has an effect of its own. */
    static <T> Reaction on(
            String type,
            Class<T> dataType,
            BiConsumer<IncomingEvent, T> effect,
            Consumer<IncomingEvent> tombstoneEffect) {
        var toData = on(type, dataType, effect);
        return new Reaction(
                type,
                event ->
                        event.isTombstone()
                                ? () -> tombstoneEffect.accept(event)
                                : toData.prepare(event));
    }

    /** One type and its effect. */
    final class Reaction {

        private final String type;
        private final Function<IncomingEvent, Runnable> preparation;

        private Reaction(String type, Function<IncomingEvent, Runnable> preparation) {
            this.type = type;
            this.preparation = preparation;
        }

        String type() {
            return type;
        }

        /** Reads the payload now: what is unreadable is known before a transaction begins. */
        Runnable prepare(IncomingEvent event) {
            return preparation.apply(event);
        }
    }
}
