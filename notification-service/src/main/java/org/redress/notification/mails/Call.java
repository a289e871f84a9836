package org.redress.notification.mails;

import java.time.Instant;

/** Why one person is called now, as escalation decided it; it is stored as it came. */
public sealed interface Call permits Page, AlertPage {
    /** The page's id, given once and for all by escalation. */
    String pageId();

    /** The duty in which the person is called. */
    String roleId();

    /** Until when the person has it for themselves; then the next one is called. */
    Instant acknowledgeBy();
}
