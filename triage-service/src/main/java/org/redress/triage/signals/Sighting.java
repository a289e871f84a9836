package org.redress.triage.signals;

/**
 * One place in the text where a signal was seen.
 *
 * @param words the very words of the customer
 * @param inSubject whether the subject line says it, which counts for more than the description
 */
public record Sighting(Signal signal, Standing standing, String words, boolean inSubject) {

    /** How the text stands to what it mentions. */
    public enum Standing {
        /** It is so. */
        STATED,
        /** It may come, or nearly came. */
        FEARED,
        /** It was so, a year or more ago. */
        PAST,
        /** It is expressly not so. */
        DENIED
    }

    boolean stated() {
        return standing == Standing.STATED;
    }

    boolean denied() {
        return standing == Standing.DENIED;
    }
}
