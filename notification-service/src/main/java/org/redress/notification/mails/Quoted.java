package org.redress.notification.mails;

import java.util.regex.Pattern;

/**
 * Words of a stranger, fit to be read in a mail of ours: nothing in them turns the direction of the
 * text or hides, and no mail program makes a link of an address in them.
 */
final class Quoted {
    /** Everything that is not seen, but for line breaks, tabs and what joins emoji. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n\\t\\u200D]]");

    /** What mail programs look for: {@code ://}, {@code @}, and a dot in a name. */
    private static final Pattern SCHEME = Pattern.compile("(?<=[\\p{L}\\p{N}])(:|：)(?=//)");

    private static final Pattern AT =
            Pattern.compile("(?<=[\\p{L}\\p{N}])[@＠](?=[\\p{L}\\p{N}\\[])");
    private static final Pattern DOT = Pattern.compile("(?<=[A-Za-z0-9\\]-])[.．。](?=[A-Za-z])");

    /** A topic of ours: no address, and an operator types it as it stands. */
    private static final Pattern TOPIC = Pattern.compile("redress(\\.[a-z][a-z-]*){1,4}");

    private Quoted() {}

    /** The text, read as it was and linked to nothing. */
    static String text(String text) {
        var seen = UNSEEN.matcher(text.replace("\r\n", "\n")).replaceAll("");
        var noScheme = SCHEME.matcher(seen).replaceAll("[$1]");
        var noAddress = AT.matcher(noScheme).replaceAll("[@]");
        return DOT.matcher(noAddress).replaceAll("[.]");
    }

    /** As {@link #text}, in one line of at most so many code points. */
    static String line(String text, int longest) {
        return text(OneLine.of(text, longest));
    }

    /** What an alarm is about, in one line: a topic as it is called, all else quoted. */
    static String thing(String thing, int longest) {
        return TOPIC.matcher(thing).matches() ? thing : line(thing, longest);
    }
}
