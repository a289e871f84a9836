package org.redress.platform.messaging;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a service does with the events of a topic: one reaction for each type that it reads. */
public final class Subscription {

    private final Map<String, Reaction> reactions;

    private Subscription(Map<String, Reaction> reactions) {
        this.reactions = reactions;
    }

    /**
     * A subscription with these reactions.
     *
     * @throws IllegalStateException if two react to one type
     */
    public static Subscription of(Reaction... reactions) {
        return new Subscription(
                Arrays.stream(reactions)
                        .collect(
                                Collectors.toUnmodifiableMap(Reaction::type, Function.identity())));
    }

    /** Reacts to a type whose payload becomes a record of {@code dataType}. */
    public static <T> Reaction on(
            String type, Class<T> dataType, BiConsumer<IncomingEvent, T> effect) {
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
    public static <T> Reaction prepared(
            String type, Class<T> dataType, BiFunction<IncomingEvent, T, Runnable> preparation) {
        return new Reaction(type, event -> preparation.apply(event, event.as(dataType)));
    }

    /** As {@link #on}, for a compacted topic: a tombstone has an effect of its own. */
    public static <T> Reaction on(
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

    /** The types that it reads. */
    public Set<String> types() {
        return reactions.keySet();
    }

    boolean reads(IncomingEvent event) {
        return reactions.containsKey(event.type());
    }

    /** Reads the payload now, so that what is unreadable is known before a transaction begins. */
    Runnable prepare(IncomingEvent event) {
        return reactions.get(event.type()).prepare(event);
    }

    /** One type and its effect. */
    public static final class Reaction {

        private final String type;
        private final Function<IncomingEvent, Runnable> preparation;

        private Reaction(String type, Function<IncomingEvent, Runnable> preparation) {
            this.type = type;
            this.preparation = preparation;
        }

        String type() {
            return type;
        }

        Runnable prepare(IncomingEvent event) {
            return preparation.apply(event);
        }
    }
}
