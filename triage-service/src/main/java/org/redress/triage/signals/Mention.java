package org.redress.triage.signals;

/**
 * Where a wording stands in a text.
 *
 * @param head its first part
 * @param focus its last part, the same as the first in a wording without gaps: what is denied or
 *     feared, if it is
 */
record Mention(Span head, Span focus) {

    Span whole() {
        return new Span(head.begin(), focus.end());
    }

    /** What stands between, in a wording with gaps. */
    Span between() {
        return new Span(head.end(), Math.max(head.end(), focus.begin()));
    }
}
