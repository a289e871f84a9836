package org.redress.reporting.events;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.redress.platform.messaging.IncomingEvent;
import org.redress.platform.messaging.OneTrip;
import org.redress.platform.messaging.Subscription;

/**
 * Takes in the events of all services. Those of one transaction are handed on together, so that a
 * batch of events writes and publishes each case once.
 */
@ApplicationScoped
class Reception {
    private final OneTrip<CaseEvent> told;

    Reception(TransactionSynchronizationRegistry transaction, Event<CaseEvents> arrived) {
        this.told = OneTrip.to(transaction, events -> arrived.fire(new CaseEvents(events)));
    }

    @Produces
    @Singleton
    Subscription cases() {
        return new OneTopic("redress.cases");
    }

    @Produces
    @Singleton
    Subscription assessments() {
        return new OneTopic("redress.assessments");
    }

    @Produces
    @Singleton
    Subscription handling() {
        return new OneTopic("redress.handling");
    }

    @Produces
    @Singleton
    Subscription deliveries() {
        return new OneTopic("redress.deliveries");
    }

    private final class OneTopic implements Subscription {

        private final String name;

        OneTopic(String name) {
            this.name = name;
        }

        @Override
        public String topic() {
            return name;
        }

        @Override
        public List<Reaction> reactions() {
            return Stream.of(EventType.values())
                    .filter(type -> type.topic().equals(name))
                    .map(type -> Subscription.on(type.type(), type.news(), Reception.this::take))
                    .toList();
        }
    }

    private void take(IncomingEvent event, News news) {
        told.add(
                new CaseEvent(
                        event.id(),
                        new Code(requireNonNull(event.extension("mode"), "mode")),
                        event.extension("causationid"),
                        event.as(About.class),
                        news));
    }
}
