package org.redress.escalation.events;

import java.util.Objects;
import java.util.UUID;
import org.redress.escalation.cases.PersonId;

/** Who holds the watch followed the link in the mail. */
record AlertPageAcknowledged(UUID alertId, PersonId personId) {

    AlertPageAcknowledged {
        Objects.requireNonNull(alertId, "alertId");
        Objects.requireNonNull(personId, "personId");
    }
}
