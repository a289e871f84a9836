package org.redress.triage.events;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.redress.triage.cases.Unit;
import org.redress.triage.organisation.KnownUnit;

/** What triage reads of {@code redress.unit.snapshot.v1}. */
record UnitSnapshot(Unit path, boolean active, @Nullable Boolean reception, long version) {

    UnitSnapshot {
        requireNonNull(path, "path");
        if (version < 1) {
            throw new IllegalArgumentException("versions begin with 1");
        }
    }

    KnownUnit unit() {
        return new KnownUnit(path, active, Boolean.TRUE.equals(reception), version);
    }
}
