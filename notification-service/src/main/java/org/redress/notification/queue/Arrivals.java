package org.redress.notification.queue;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What has come since the sender last looked: whatever waited for it may be due. */
final class Arrivals {
    private final Map<UUID, Instant> cases = new HashMap<>();
    private final Set<String> customers = new HashSet<>();

    /** It is looked at from this time on. */
    synchronized void addCase(UUID caseId, Instant from) {
        cases.merge(caseId, from, (one, other) -> one.isBefore(other) ? one : other);
    }

    synchronized void addCustomer(String customerId) {
        customers.add(customerId);
    }

    /** All of it whose time has come, once. */
    synchronized Seen take(Instant now) {
        var due = new HashSet<UUID>();
        cases.forEach((caseId, from) -> {
            if (!from.isAfter(now)) {
                due.add(caseId);
            }
        });
        cases.keySet().removeAll(due);
        var seen = new Seen(due, Set.copyOf(customers));
        customers.clear();
        return seen;
    }

    /** From when on there is a case to take; later than any time if there is none. */
    synchronized Instant next() {
        return cases.values().stream().min(naturalOrder()).orElse(Instant.MAX);
    }

    /** It could not be seen to: the next one takes it again. */
    synchronized void putBack(Seen seen) {
        seen.cases.forEach(caseId -> addCase(caseId, Instant.MIN));
        customers.addAll(seen.customers);
    }

    record Seen(Set<UUID> cases, Set<String> customers) {
        boolean isEmpty() {
            return cases.isEmpty() && customers.isEmpty();
        }
    }
}
