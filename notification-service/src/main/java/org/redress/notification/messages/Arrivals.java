package org.redress.notification.messages;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What has come since the sender last looked: whatever waited for it may be due. */
final class Arrivals {
    private final Set<UUID> cases = new HashSet<>();
    private final Set<String> customers = new HashSet<>();

    synchronized void addCase(UUID caseId) {
        cases.add(caseId);
    }

    synchronized void addCustomer(String customerId) {
        customers.add(customerId);
    }

    /** All of it, once. */
    synchronized Seen take() {
        var seen = new Seen(Set.copyOf(cases), Set.copyOf(customers));
        cases.clear();
        customers.clear();
        return seen;
    }

    /** It could not be seen to: the next one takes it again. */
    synchronized void putBack(Seen seen) {
        cases.addAll(seen.cases);
        customers.addAll(seen.customers);
    }

    record Seen(Set<UUID> cases, Set<String> customers) {
        boolean isEmpty() {
            return cases.isEmpty() && customers.isEmpty();
        }
    }
}
