package org.redress.notification.cases;

import java.time.Instant;

/**
 * The customer hears by another time than they were told.
 *
 * @param later whether it takes longer than they were told
 * @param reason in the words of who decided it
 */
public record NewPromise(Milestone.Kind milestone, Instant dueAt, boolean later, String reason) {
    @Override
    public String toString() {
        return "NewPromise[" + milestone + "]";
    }
}
