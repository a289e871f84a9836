package org.redress.triage.assessment;

/** The realm roles that come to these doors. */
final class Roles {

    static final String TRIAGE_OFFICER = "triage-officer";
    static final String INTAKE_AGENT = "intake-agent";
    static final String HANDLER = "handler";
    static final String MANAGER = "manager";
    static final String COMMANDER = "commander";
    static final String ADMIN = "admin";

    private Roles() {}
}
