package org.redress.notification.cases;

/** Whether it is meant: an exercise says so in its subject and at the top of its body. */
public enum Mode {
    REAL,
    DRILL,
    TEST
}
