package org.redress.platform.messaging;

import static org.redress.platform.messaging.Subscription.on;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A receiver whose effect is a row; a thing called {@code bug} fails each time after its effect.
 */
@ApplicationScoped
class Things implements Subscription {

    record Thing(String name, @Nullable Instant at, @Nullable BigDecimal amount) {
        Thing {
            Objects.requireNonNull(name, "name");
        }
    }

    private final Jdbi jdbi;
    private final Set<String> mended = ConcurrentHashMap.newKeySet();
    private final AtomicInteger tries = new AtomicInteger();

    Things(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String topic() {
        return "things";
    }

    @Override
    public List<Reaction> reactions() {
        return List.of(on("things.thing.made.v1", Thing.class, this::made));
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
