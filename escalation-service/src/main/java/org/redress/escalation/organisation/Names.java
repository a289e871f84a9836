package org.redress.escalation.organisation;

/** What people read, in both languages. */
public record Names(String zh, String en) {

    public Names {
        if (zh == null || zh.isBlank() || en == null || en.isBlank()) {
            throw new IllegalArgumentException("both zh and en are needed");
        }
    }
}
