package org.redress.intake.events;

import org.redress.intake.organisation.KnownUnit;
import org.redress.platform.web.UnitPaths;

/** What intake reads of {@code redress.unit.snapshot.v1}. */
record UnitSnapshot(String path, boolean active, long version) {

    UnitSnapshot {
        if (!UnitPaths.isPath(path)) {
            throw new IllegalArgumentException("no path of a unit");
        }
        if (version < 1) {
            throw new IllegalArgumentException("versions begin with 1");
        }
    }

    KnownUnit unit() {
        return new KnownUnit(path, active, version);
    }
}
