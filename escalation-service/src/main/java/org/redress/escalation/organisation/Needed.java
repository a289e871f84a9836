package org.redress.escalation.organisation;

import org.jspecify.annotations.Nullable;

/** What an entry cannot do without. */
final class Needed {

    private Needed() {}

    static void field(String name, @Nullable Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw new IllegalArgumentException(name + " is missing");
        }
    }
}
