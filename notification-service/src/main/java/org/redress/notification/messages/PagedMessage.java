package org.redress.notification.messages;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.redress.notification.cases.Origin;
import org.redress.notification.mails.Page;

/** A page as the person whom it called finds it when they follow its link. */
public record PagedMessage(
        UUID id,
        Origin origin,
        UUID caseId,
        String caseNumber,
        int round,
        String personId,
        String escalationId,
        Page page,
        Optional<Taken> taken) {

    /** Somebody has taken the escalation. */
    public record Taken(String personId, Instant at) {}

    /** Whether it was this very person who took it. */
    public boolean isTakenByReader() {
        return taken.map(by -> by.personId().equals(personId)).orElse(false);
    }
}
