package org.redress.intake.staff;

/** The realm roles that intake knows. */
public final class Roles {

    public static final String INTAKE_AGENT = "intake-agent";
    public static final String TRIAGE_OFFICER = "triage-officer";
    public static final String HANDLER = "handler";
    public static final String MANAGER = "manager";
    public static final String COMMANDER = "commander";
    public static final String ADMIN = "admin";

    private Roles() {}
}
