package org.redress.platform.vault;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Keys at hand: an unwrapped key is used for at most five seconds after it was read, so that what
 * another replica has destroyed is lost here too, and no more than a bounded number is kept.
 */
@Singleton
final class KeyRing {

    private static final long USABLE = Duration.ofSeconds(5).toNanos();
    private static final int MOST = 10_000;

    private final KeyTable table;
    private final MasterKeys masters;
    private final LongSupplier nanos;
    private final Map<UUID, AtHand> atHand = new LinkedHashMap<>();
    private final FreshSubjects fresh = new FreshSubjects();

    /** A key, or none of a destroyed subject, as it was read at that time. */
    private record AtHand(Optional<SealingKey> key, long readAt) {}

    @Inject
    KeyRing(KeyTable table, MasterKeys masters) {
        this(table, masters, System::nanoTime);
    }

    KeyRing(KeyTable table, MasterKeys masters, LongSupplier nanos) {
        this.table = table;
        this.masters = masters;
        this.nanos = nanos;
    }

    /** The keys of those that have one or had one; empty for a destroyed subject. */
    Map<UUID, Optional<SealingKey>> known(Collection<UUID> subjects) {
        return collect(subjects, table::find);
    }

    /** The keys of all of them, made where there is none; empty for a destroyed subject. */
    Map<UUID, Optional<SealingKey>> made(Collection<UUID> subjects) {
        Map<UUID, Optional<SealingKey>> keys = collect(subjects, this::make);
        // Somebody else was making them at the same time, and has made them by now.
        return keys.keySet().containsAll(subjects) ? keys : collect(subjects, table::find);
    }

    /** A subject of which nobody has heard yet, with its key. */
    UUID fresh(Supplier<UUID> ids) {
        return fresh.next(nanos.getAsLong(), USABLE, ids, this::made);
    }

    /** Asks the database, unless it has already said so: a destroyed subject remains one. */
    boolean isDestroyed(UUID subject) {
        synchronized (atHand) {
            AtHand known = atHand.get(subject);
            if (known != null && known.key().isEmpty()) {
                return true;
            }
        }
        return table.find(List.of(subject)).stream().anyMatch(found -> found.key() == null);
    }

    void destroy(Collection<UUID> subjects) {
        table.destroy(Set.copyOf(subjects));
        synchronized (atHand) {
            subjects.forEach(atHand::remove);
        }
    }

    private Map<UUID, Optional<SealingKey>> collect(
            Collection<UUID> subjects, Function<Collection<UUID>, List<SubjectKey>> read) {
        long now = nanos.getAsLong();
        Map<UUID, Optional<SealingKey>> keys = new HashMap<>();
        Set<UUID> missing = new LinkedHashSet<>(subjects);
        synchronized (atHand) {
            for (UUID subject : subjects) {
                AtHand known = atHand.get(subject);
                if (known != null && now - known.readAt() < USABLE) {
                    keys.put(subject, known.key());
                    missing.remove(subject);
                }
            }
        }
        if (!missing.isEmpty()) {
            for (SubjectKey found : read.apply(missing)) {
                keys.put(found.subject(), Optional.ofNullable(found.key()).map(masters::unwrap));
            }
            missing.retainAll(keys.keySet());
            keep(missing, keys, now);
        }
        return keys;
    }

    private void keep(Set<UUID> read, Map<UUID, Optional<SealingKey>> keys, long now) {
        synchronized (atHand) {
            for (UUID subject : read) {
                atHand.remove(subject);
                atHand.put(subject, new AtHand(keys.getOrDefault(subject, Optional.empty()), now));
            }
            // In the order in which they were read: the oldest stand first.
            var oldest = atHand.values().iterator();
            while (oldest.hasNext()
                    && (now - oldest.next().readAt() >= USABLE || atHand.size() > MOST)) {
                oldest.remove();
            }
        }
    }

    private List<SubjectKey> make(Collection<UUID> subjects) {
        List<WrappedKey> fresh = new ArrayList<>();
        for (UUID subject : subjects) {
            byte[] wrapped = masters.wrap(subject, SealingKey.random());
            fresh.add(new WrappedKey(subject, wrapped, masters.currentId()));
        }
        return table.make(fresh, masters.currentId());
    }
}
