package org.redress.escalation.regulation;

/** What people read, in both languages. */
public record Words(String zh, String en) {

    public Words {
        if (zh == null || zh.isBlank() || en == null || en.isBlank()) {
            throw new IllegalArgumentException("both zh and en are needed");
        }
    }
}
