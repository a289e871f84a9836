package org.redress.escalation.cases;

/** What a case is, before anything is said of how grave it is (TR-01). */
public enum CaseClass {
    INQUIRY,
    COMPLAINT,
    SUGGESTION,
    EMERGENCY
}
