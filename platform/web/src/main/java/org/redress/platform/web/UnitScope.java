package org.redress.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a caller's units let through, as a condition that an index serves: each unit is one value
 * and one range of {@code column collate "C"}, so the index is on {@code (column collate "C")}.
 */
public final class UnitScope {

    private final List<String> units;

    private UnitScope(List<String> units) {
        this.units = units;
    }

    /** The scope of these units; one that lies within another adds nothing. */
    public static UnitScope of(List<String> units) {
        return new UnitScope(
                units.stream()
                        .distinct()
                        .filter(unit ->
                                units.stream()
                                        .noneMatch(other ->
                                                !other.equals(unit)
                                                        && UnitPaths.isWithin(unit, other)))
                        .sorted()
                        .toList());
    }

    /**
     * A condition in parentheses for a column of unit paths, to be bound with {@link #binds()};
     * false for nobody's units.
     *
     * @param column a name in SQL, never anything that came from outside
     */
    public String sql(String column) {
        if (units.isEmpty()) {
            return "(false)";
        }
        return IntStream.range(0, units.size())
                .mapToObj(i -> condition(column + " collate \"C\"", i))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private static String condition(String column, int i) {
        return "%s = :unit%d or %s > :below%d and %s < :beyond%d"
                .formatted(column, i, column, i, column, i);
    }

    /** The values of the condition, the same for every column. */
    public Map<String, Object> binds() {
        var binds = new LinkedHashMap<String, Object>();
        for (int i = 0; i < units.size(); i++) {
            binds.put("unit" + i, units.get(i));
            // "0" is the character after "/": everything below the unit lies between.
            binds.put("below" + i, units.get(i) + "/");
            binds.put("beyond" + i, units.get(i) + "0");
        }
        return binds;
    }
}
