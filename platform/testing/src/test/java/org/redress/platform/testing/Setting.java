package org.redress.platform.testing;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A setting, and what is taken if nothing is set.
 *
 * @param name with {@code <key>} where any word may stand
 * @param type in words
 * @param fallback as it stands in code or file; null if there is none
 * @param optional whether there need be none
 * @param text what it does; empty where the code does not say
 */
record Setting(String name, String type, @Nullable String fallback, boolean optional, String text) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):?([^}]*)}");

    Setting withFallback(@Nullable String other) {
        return other == null ? this : new Setting(name, type, other, optional, text);
    }

    Setting withText(String other) {
        return other.isEmpty() ? this : new Setting(name, type, fallback, optional, other);
    }

    Setting named(String other) {
        return new Setting(other, type, fallback, optional, text);
    }

    /** Whether this is the setting of that name, or of names like that. */
    boolean isMeantBy(String other) {
        return keyed().matcher(other).matches();
    }

    /** Its names, with the key as the one group. */
    Pattern keyed() {
        return Pattern.compile(Pattern.quote(name).replace("<key>", "\\E(.+)\\Q"));
    }

    /** As a row of a table. */
    String row() {
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(name, variables(), type, taken(), text.replace("|", "\\|"));
    }

    /** The environment variables that set it. */
    private String variables() {
        var own = name.replaceAll("[^A-Za-z0-9<>]", "_").toUpperCase(Locale.ROOT);
        var named =
                VARIABLE.matcher(String.valueOf(fallback)).results().map(found -> found.group(1));
        return Stream.concat(Stream.of(own), named).distinct().collect(joining("`, `", "`", "`"));
    }

    private String taken() {
        if (fallback == null) {
            return optional ? "" : "**required**";
        }
        var plain = VARIABLE.matcher(fallback).replaceAll("$2");
        return plain.isEmpty() ? "" : "`" + plain + "`";
    }
}
