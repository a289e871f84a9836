package org.redress.triage.cases;

/** How important the customer is to the company (IN-26, IN-27). */
public enum CustomerTier {
    STANDARD,
    KEY_ACCOUNT,
    VIP,
    PUBLIC_FIGURE
}
