package org.redress.intake.staff;

import java.util.SortedSet;
import java.util.TreeSet;
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

    /** The units that such a case is seen by: both of its own, and all above them. */
    public static SortedSet<String> seenBy(String registeredIn, @Nullable String owner) {
        SortedSet<String> units = new TreeSet<>();
        addWithAllAbove(registeredIn, units);
        if (owner != null) {
            addWithAllAbove(owner, units);
        }
        return units;
    }

    private static void addWithAllAbove(String unit, SortedSet<String> units) {
        for (int end = unit.length(); end > 0; end = unit.lastIndexOf('/', end - 1)) {
            units.add(unit.substring(0, end));
        }
    }
}
