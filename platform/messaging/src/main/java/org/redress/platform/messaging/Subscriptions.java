package org.redress.platform.messaging;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.redress.platform.due.Wordless;

/** The topics that the service reads and its reactions to each of their types. */
@ApplicationScoped
class Subscriptions {

    private static final Logger LOG = Logger.getLogger(Subscriptions.class);
    private static final Pattern TOPICS =
            Pattern.compile("mp\\.messaging\\.incoming\\.[^.]+\\.topics");

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

    /**
     * Sees that every topic with reactions is read, what is retried of it as well, and none else.
     *
     * @throws IllegalStateException naming those that are missing in the settings or in the code
     */
    void check(
            @Observes StartupEvent start,
            Config config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        var read = read(config);
        var wanted =
                topics.keySet().stream()
                        .flatMap(topic -> Stream.of(topic, Letter.retryTopic(topic, service)))
                        .collect(Collectors.toSet());
        if (!read.equals(wanted)) {
            var apart = new HashSet<>(read);
            apart.addAll(wanted);
            apart.removeIf(topic -> read.contains(topic) && wanted.contains(topic));
            throw new IllegalStateException(
                    "channels and subscriptions do not agree about topics " + apart);
        }
    }

    private static Set<String> read(Config config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> TOPICS.matcher(name).matches())
                .flatMap(name -> config.getValues(name, String.class).stream())
                .map(String::strip)
                .collect(Collectors.toSet());
    }
}
