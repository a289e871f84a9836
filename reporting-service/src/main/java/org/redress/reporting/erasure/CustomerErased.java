package org.redress.reporting.erasure;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A customer is to be forgotten, with all cases: ids only. */
record CustomerErased(UUID customerId, List<UUID> caseIds) {
    CustomerErased {
        requireNonNull(customerId, "customerId");
        caseIds = List.copyOf(caseIds);
    }

    /** Everybody under whose key anything may be sealed. */
    Set<UUID> subjects() {
        var subjects = new HashSet<>(caseIds);
        subjects.add(customerId);
        return subjects;
    }
}
