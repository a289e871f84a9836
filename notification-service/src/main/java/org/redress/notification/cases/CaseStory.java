package org.redress.notification.cases;

import org.jspecify.annotations.Nullable;

/** What happened, short enough for a telephone's screen. */
public record CaseStory(
        String subject, String excerpt, @Nullable String place, @Nullable String product) {
    private static final int LONGEST = 280;

    /** The beginning of a description, cut where a word ends (code points are never split). */
    public static String excerpt(String description) {
        var text = description.strip();
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return text;
        }
        var end = text.offsetByCodePoints(0, LONGEST);
        var space = text.lastIndexOf(' ', end);
        return text.substring(0, space > end - 30 ? space : end).strip() + "…";
    }

    @Override
    public String toString() {
        return "CaseStory[***]";
    }
}
