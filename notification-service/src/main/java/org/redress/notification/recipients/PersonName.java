package org.redress.notification.recipients;

import static java.util.Objects.requireNonNull;

/** What a person is called, in both languages of the product. */
public record PersonName(String zh, String en) {
    public PersonName {
        requireNonNull(zh, "zh");
        requireNonNull(en, "en");
    }

    /** As somebody who reads this language knows them. */
    public String in(Language reader) {
        return switch (reader) {
            case ZH -> zh;
            case EN -> en;
        };
    }

    @Override
    public String toString() {
        return "PersonName[]";
    }
}
