package org.redress.notification.mails;

import java.util.regex.Pattern;

/**
 * Text from outside made fit for one line: no line break that could begin a header of its own, no
 * control or bidirectional character that could make a line read as another, no encoded word (RFC
 * 2047) that a mail program would decode into one.
 */
public final class OneLine {
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+");
    private static final Pattern ENCODED_WORD =
            Pattern.compile("=\\?[^?\\s]*\\?[BbQq]\\?[^?]*\\?=|=\\?|\\?=");

    private OneLine() {}

    /** The text in one line, at most so many code points long. */
    public static String of(String text, int longest) {
        var decodable = UNFIT.matcher(text).replaceAll(" ");
        var line = ENCODED_WORD.matcher(decodable).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest - 1)).strip() + "…";
    }
}
