package org.redress.triage.cases;

/** Whether the case is real, an exercise or a test. */
public enum Mode {
    REAL,
    DRILL,
    TEST
}
