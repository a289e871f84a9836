package org.redress.notification.recipients;

/**
 * A person of the company and how to reach them; {@code id} is the person id that escalation and
 * the login use.
 */
public record StaffMember(String id, PersonName called, Language language, String email) {

    /** What their own mails call them. */
    public String name() {
        return called.in(language);
    }

    @Override
    public String toString() {
        return "StaffMember[" + id + "]";
    }
}
