package org.redress.intake.customers;

/** How much attention a customer's case draws (requirements IN-26, IN-27). */
public enum CustomerTier {
    STANDARD,
    KEY_ACCOUNT,
    VIP,
    /** Known to the public (社会知名人士): the name itself is shown to few. */
    PUBLIC_FIGURE
}
