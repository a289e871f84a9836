package org.redress.triage.cases;

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
    STAFF
}
