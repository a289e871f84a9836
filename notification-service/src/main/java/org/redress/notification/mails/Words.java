package org.redress.notification.mails;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.redress.notification.recipients.Language;

/** What the codes of the contracts are called in a language. */
final class Words {
    private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

    static {
        for (var language : Language.values()) {
            ALL.put(language, new Words(load("/words/" + language.tag() + ".properties")));
        }
    }

    private final Properties words;

    private Words(Properties words) {
        this.words = words;
    }

    static Words of(Language language) {
        return ALL.get(language);
    }

    /** The word for a code; a code without one is shown as it is, but readable. */
    String say(String kind, String code) {
        var lastPart = code.substring(code.lastIndexOf('/') + 1);
        return words.getProperty(kind + "." + code, lastPart.replace('-', ' ').replace('_', ' '));
    }

    /** As {@link #say}, where a line or a table cell begins with it. */
    String title(String kind, String code) {
        var word = say(kind, code);
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static Properties load(String resource) {
        try (var stream = Words.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is not in the jar");
            }
            var words = new Properties();
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
