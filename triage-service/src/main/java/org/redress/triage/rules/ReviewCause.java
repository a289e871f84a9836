package org.redress.triage.rules;

/** Why a person should look at an automatic judgement (TR-01, TR-07). */
public enum ReviewCause {
    /** No word told the class or the category, so that a default was taken. */
    LOW_CONFIDENCE,
    /** What the agent flagged and what the words say are at odds. */
    CONFLICT,
    /** The case came without a word. */
    NO_TEXT,
    /** Words or tables could not be judged, and a safe judgement was taken from the flags. */
    RULES_FAILED
}
