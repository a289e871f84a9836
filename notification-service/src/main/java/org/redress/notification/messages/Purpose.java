package org.redress.notification.messages;

import java.util.Arrays;
import java.util.List;

/** Why a message is written. */
public enum Purpose {
    ESCALATION_PAGE(0),
    ALERT_PAGE(0),
    /** Several pages to one person in one mail. */
    PAGE_BUNDLE(0),
    STAFF_NEWS(1),
    STAFF_REMINDER(1),
    CUSTOMER_ACKNOWLEDGMENT(2),
    CUSTOMER_PROMISE(2),
    CUSTOMER_RESOLUTION(2);

    /** The lanes of the queue: each is empty, or put off, before the next one's turn comes. */
    public static final List<Integer> LANES =
            Arrays.stream(values()).map(Purpose::priority).distinct().sorted().toList();

    private final int priority;

    Purpose(int priority) {
        this.priority = priority;
    }

    /** Whoever has the smaller number goes out first. */
    public int priority() {
        return priority;
    }

    /** Whether it calls somebody who has to answer. */
    public boolean calls() {
        return priority == 0;
    }
}
