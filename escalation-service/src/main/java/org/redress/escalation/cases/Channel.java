package org.redress.escalation.cases;

import java.util.Arrays;
import java.util.Optional;

/** The way by which a case came (IN-01). */
public enum Channel {
    HOTLINE,
    EMAIL,
    LIVE_CHAT,
    WEB_PORTAL,
    SUGGESTION_BOX,
    ON_SITE,
    SOCIAL_MEDIA,
    REGULATOR,
    STAFF;

    /** The channel of that name; a case that came in another way is a case all the same. */
    public static Optional<Channel> named(String name) {
        return Arrays.stream(values()).filter(channel -> channel.name().equals(name)).findFirst();
    }
}
