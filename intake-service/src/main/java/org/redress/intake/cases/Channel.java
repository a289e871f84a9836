package org.redress.intake.cases;

/** How a customer reached the company (requirement IN-01). */
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
