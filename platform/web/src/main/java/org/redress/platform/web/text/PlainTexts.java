package org.redress.platform.web.text;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Text that a person can read and any store can keep: something in it is visible (in Unicode's
 * sense: neither U+3000, the blank of a Chinese keyboard, nor U+200B or U+2800 is), nothing in it
 * steers a terminal or turns the reading direction around, and no surrogate stands alone.
 */
public final class PlainTexts {

    /** The message of both annotations. */
    static final String MESSAGE = "must not be blank or hold control characters";

    /** What counts as nothing, for a regular expression of ECMA-262 and of Java alike. */
    private static final String INVISIBLE =
            "\\s\\u0085\\u00A0\\u00AD\\u034F\\u061C\\u115F\\u1160\\u1680\\u17B4\\u17B5\\u180B-\\u180F"
                    + "\\u2000-\\u200F\\u2028-\\u202F\\u205F-\\u206F\\u2800\\u3000\\u3164\\uFE00-\\uFE0F"
                    + "\\uFEFF\\uFFA0\\uFFF0-\\uFFFB";

    private static final String REFUSED = "\\u007F-\\u009F\\u202A-\\u202E\\u2066-\\u2069";

    /** The form of a text, as OpenAPI shows it. */
    static final String TEXT_PATTERN =
            "^(?=[\\s\\S]*[^"
                    + INVISIBLE
                    + "])[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F"
                    + REFUSED
                    + "]*$";

    /** The form of a line, as OpenAPI shows it. */
    static final String LINE_PATTERN =
            "^(?=[\\s\\S]*[^" + INVISIBLE + "])[^\\u0000-\\u001F\\u2028\\u2029" + REFUSED + "]*$";

    private PlainTexts() {}

    /** Whether it is a text of one or more lines; tabs are allowed. */
    public static boolean isText(@Nullable String text) {
        return isReadable(text, character -> "\t\r\n".indexOf(character) >= 0);
    }

    /** Whether it is a text of one line. */
    public static boolean isLine(@Nullable String text) {
        return isReadable(text, _ -> false)
                && text.indexOf('\u2028') < 0
                && text.indexOf('\u2029') < 0;
    }

    /** Whether any store keeps it as it is: no NUL, and no surrogate that stands alone. */
    public static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    private static boolean isReadable(@Nullable String text, IntPredicate allowedControl) {
        return text != null
                && text.codePoints().anyMatch(PlainTexts::isVisible)
                && text.codePoints().allMatch(c -> allowedControl.test(c) || !isRefused(c));
    }

    private static boolean isRefused(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE -> true;
            default ->
                    (character >= 0x202A && character <= 0x202E)
                            || (character >= 0x2066 && character <= 0x2069);
        };
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    false;
            // Letters and signs by their category, blank to the eye: Braille, Hangul fillers.
            default ->
                    character != 0x2800
                            && character != 0x115F
                            && character != 0x1160
                            && character != 0x3164
                            && character != 0xFFA0;
        };
    }
}
