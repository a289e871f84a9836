package org.redress.intake.cases;

/** How the customer behaves (requirement TR-12), from calm to violent. */
public enum ConductLevel {
    NONE,
    MILD,
    DISRUPTIVE,
    SEVERE
}
