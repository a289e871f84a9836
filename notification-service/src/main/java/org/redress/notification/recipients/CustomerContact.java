package org.redress.notification.recipients;

import org.jspecify.annotations.Nullable;

/** How to reach a customer; without an e-mail address they cannot be written to. */
public record CustomerContact(String name, Language language, @Nullable String email) {
    @Override
    public String toString() {
        return "CustomerContact[***]";
    }
}
