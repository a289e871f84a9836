package org.redress.notification.recipients;

/**
 * A person of the company and how to reach them; {@code id} is the person id that escalation and
 * the login use.
 */
public record StaffMember(String id, String name, Language language, String email) {
    @Override
    public String toString() {
        return "StaffMember[" + id + "]";
    }
}
