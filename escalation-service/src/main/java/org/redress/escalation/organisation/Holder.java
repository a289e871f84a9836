package org.redress.escalation.organisation;

/** Who of the two holds a duty (A、B角, ES-17). */
public enum Holder {
    A,
    B
}
