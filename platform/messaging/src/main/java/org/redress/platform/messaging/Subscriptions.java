package org.redress.platform.messaging;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.redress.platform.due.Wordless;

/** The topics that the service reads and its reactions to each of their types. */
@ApplicationScoped
class Subscriptions {

    private static final Logger LOG = Logger.getLogger(Subscriptions.class);

    private final Map<String, Topic> topics;

    private record Topic(Subscription subscription, Map<String, Subscription.Reaction> reactions) {

        static Topic of(Subscription subscription) {
            return new Topic(
                    subscription,
                    subscription.reactions().stream()
                            .collect(
                                    Collectors.toUnmodifiableMap(
                                            Subscription.Reaction::type, Function.identity())));
        }
    }

    /**
     * These subscriptions.
     *
     * @throws IllegalStateException if two are to one topic, or one has two reactions to a type
     */
    Subscriptions(@All List<Subscription> subscriptions) {
        topics =
                subscriptions.stream()
                        .collect(Collectors.toUnmodifiableMap(Subscription::topic, Topic::of));
    }

    Optional<Subscription.Reaction> reaction(IncomingEvent event) {
        return Optional.ofNullable(topics.get(event.topic()))
                .map(topic -> topic.reactions.get(event.type()));
    }

    void expect(Collection<IncomingEvent> events) {
        events.stream()
                .collect(Collectors.groupingBy(event -> topics.get(event.topic()).subscription))
                .forEach(Subscriptions::expect);
    }

    private static void expect(Subscription subscription, List<IncomingEvent> events) {
        try {
            subscription.expect(events);
        } catch (RuntimeException notNow) {
            LOG.debugf(Wordless.of(notNow), "not ready for %d events", events.size());
        }
    }

    Set<String> topics() {
        return topics.keySet();
    }
}
