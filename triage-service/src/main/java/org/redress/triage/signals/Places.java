package org.redress.triage.signals;

import java.util.Arrays;

/** Where expressions of one set stand as whole words in a text; asked in constant time. */
final class Places {

    /** For each position, the latest begin of an expression that ends there or before; or -1. */
    private final int[] latestBegin;

    private Places(int[] latestBegin) {
        this.latestBegin = latestBegin;
    }

    static Places of(Phrases phrases, NormalText text) {
        int length = text.normal().length();
        var latest = new int[length + 1];
        Arrays.fill(latest, -1);
        text.starts().stream()
                .forEach(begin ->
                        phrases.endsFrom(
                                text.normal(),
                                begin,
                                length,
                                end -> {
                                    if (text.ends().get(end)) {
                                        latest[end] = begin;
                                    }
                                }));
        for (int at = 1; at <= length; at++) {
            latest[at] = Math.max(latest[at], latest[at - 1]);
        }
        return new Places(latest);
    }

    /** Whether one of the expressions stands within this stretch. */
    boolean anyIn(int begin, int end) {
        return begin < end && latestBegin[end] >= begin;
    }
}
