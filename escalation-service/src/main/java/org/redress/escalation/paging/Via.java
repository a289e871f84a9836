package org.redress.escalation.paging;

/** How somebody acknowledged. */
public enum Via {
    MAIL_LINK,
    API
}
