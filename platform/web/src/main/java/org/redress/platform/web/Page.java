package org.redress.platform.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next the cursor of the part that follows; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * The first part of what was found.
     *
     * @param found the items, one more than the part holds where others follow
     * @param size how many items a part holds
     * @param cursor the place after an item
     */
    public static <T> Page<T> of(List<T> found, int size, Function<T, String> cursor) {
        return found.size() <= size
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, size), cursor.apply(found.get(size - 1)));
    }
}
