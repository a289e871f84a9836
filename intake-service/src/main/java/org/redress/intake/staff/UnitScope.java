package org.redress.intake.staff;

import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Caller;

/** Whose cases a person may see (requirement XX-06). */
public final class UnitScope {

    private UnitScope() {}

    /**
     * Whether the caller belongs to, or stands above, the unit that took it in or the one that owns
     * it.
     */
    public static boolean covers(Caller caller, String registeredIn, @Nullable String owner) {
        return caller.sees(registeredIn) || (owner != null && caller.sees(owner));
    }
}
