package org.redress.notification.cases;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.redress.notification.recipients.Language;

/** A rule of triage that fired, in the words of each language. */
public record Reason(String rule, Map<String, String> text) {
    public Reason {
        requireNonNull(rule, "rule");
        text = Map.copyOf(text);
    }

    /** The reason in this language, or the rule's name when it has no words for it. */
    public String in(Language language) {
        return text.getOrDefault(language.locale().getLanguage(), rule);
    }
}
