package org.redress.escalation.cases;

/** Exercises run through the live pipeline and never enter the KPIs. */
public enum Mode {
    REAL,
    DRILL,
    TEST
}
