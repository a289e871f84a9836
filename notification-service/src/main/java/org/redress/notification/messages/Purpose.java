package org.redress.notification.messages;

/** Why a message is written. */
enum Purpose {
    CUSTOMER_ACKNOWLEDGMENT,
    CUSTOMER_RESOLUTION,
    ESCALATION_PAGE
}
