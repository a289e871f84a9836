package org.redress.platform.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that went wrong, in the lengths that the contract allows. */
record Alarm(String kind, String thing, String reason, @Nullable UUID caseId) {

    private static final int LONGEST_THING = 200;
    private static final int LONGEST_REASON = 500;

    Alarm {
        thing = clip(thing, LONGEST_THING);
        reason = clip(reason, LONGEST_REASON);
    }

    private static String clip(String text, int longest) {
        var said = text.isBlank() ? "-" : text.strip();
        return said.length() <= longest ? said : said.substring(0, longest);
    }
}
