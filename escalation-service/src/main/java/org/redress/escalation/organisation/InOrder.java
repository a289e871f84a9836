package org.redress.escalation.organisation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Words of a closed list in the list's order, so that a document is always written alike. */
final class InOrder {

    private InOrder() {}

    static <E extends Enum<E>> Set<E> of(@Nullable Set<E> words) {
        return words == null || words.isEmpty()
                ? Set.of()
                : Collections.unmodifiableSet(EnumSet.copyOf(words));
    }

    static Set<String> sorted(@Nullable Set<String> words) {
        return words == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(words));
    }
}
