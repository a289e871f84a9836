package org.redress.notification.messages;

/** Whom a message is for: a person id of staff, or a customer id. */
public record Recipient(Kind kind, String id) {
    /** Who somebody is to us. */
    public enum Kind {
        STAFF,
        CUSTOMER
    }
}
