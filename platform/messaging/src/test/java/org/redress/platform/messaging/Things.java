package org.redress.platform.messaging;

import static org.redress.platform.messaging.Subscription.on;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A receiver whose effect is a row; a thing called {@code bug} fails each time after its effect.
 */
@ApplicationScoped
class Things {

    record Thing(String name, @Nullable Instant at, @Nullable BigDecimal amount) {
        Thing {
            Objects.requireNonNull(name, "name");
        }
    }

    private final Jdbi jdbi;
    private final Inbox inbox;
    private final Subscription things =
            Subscription.of(on("things.thing.made.v1", Thing.class, this::made));
    private final Set<String> mended = ConcurrentHashMap.newKeySet();
    private final AtomicInteger tries = new AtomicInteger();

    Things(Jdbi jdbi, Inbox inbox) {
        this.jdbi = jdbi;
        this.inbox = inbox;
    }

    @Incoming("things")
    @Blocking
    public void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, things);
    }

    private void made(IncomingEvent event, Thing thing) {
        jdbi.useHandle(handle ->
                handle.execute(
                        "insert into effect (key, name) values (?, ?)", event.key(), thing.name));
        if (thing.name.equals("bug") && !mended.contains(event.key())) {
            tries.incrementAndGet();
            throw new IllegalStateException("a bug");
        }
    }

    /** The bug is found: from now on it is none for this key. */
    void mend(String key) {
        mended.add(key);
    }

    int tries() {
        return tries.get();
    }

    List<String> effects(String key) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select name from effect where key = ? order by seq")
                        .bind(0, key)
                        .mapTo(String.class)
                        .list());
    }
}
