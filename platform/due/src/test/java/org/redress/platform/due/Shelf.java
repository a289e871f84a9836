package org.redress.platform.due;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Rows in memory, as a table would have them; what happens to a row that is fired is up to the
 * test.
 */
final class Shelf implements DueRows {

    final Map<UUID, Instant> dueAt = new LinkedHashMap<>();
    final List<UUID> fired = new ArrayList<>();
    final List<UUID> putOff = new ArrayList<>();
    int asked;

    private final Consumer<UUID> effect;

    Shelf(Consumer<UUID> effect) {
        this.effect = effect;
    }

    UUID put(Instant due) {
        var row = UUID.randomUUID();
        dueAt.put(row, due);
        return row;
    }

    @Override
    public String name() {
        return "shelf";
    }

    @Override
    public List<UUID> due(Instant now, int limit) {
        if (++asked > 1_000) {
            throw new AssertionError("it spins");
        }
        return dueAt.entrySet().stream()
                .filter(row -> !row.getValue().isAfter(now))
                .sorted(Map.Entry.comparingByValue())
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public int fire(List<UUID> rows, Instant now) {
        rows.forEach(effect);
        rows.forEach(dueAt::remove);
        fired.addAll(rows);
        return rows.size();
    }

    @Override
    public boolean postpone(UUID row, Instant now, Instant until) {
        var due = dueAt.get(row);
        boolean stillDue = due != null && !due.isAfter(now);
        if (stillDue) {
            dueAt.put(row, until);
        }
        return stillDue;
    }

    @Override
    public Optional<Instant> next() {
        return dueAt.values().stream().min(Instant::compareTo);
    }

    @Override
    public void wasPutOff(UUID row, Throwable failure) {
        putOff.add(row);
    }
}
