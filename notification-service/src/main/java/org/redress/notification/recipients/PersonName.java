package org.redress.notification.recipients;

/** What a person is called, in both languages of the product. */
public record PersonName(String zh, String en) {

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
