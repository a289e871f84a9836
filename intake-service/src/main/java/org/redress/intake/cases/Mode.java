package org.redress.intake.cases;

/** Whether a case is real; an exercise runs through the live pipeline and never enters the KPIs. */
public enum Mode {
    REAL,
    DRILL,
    TEST
}
