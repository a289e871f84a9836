package org.redress.notification.messages;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long an acknowledgment waits for triage, so that it finds the right words. */
@ApplicationScoped
public class Patience {
    private final Duration withTriage;

    Patience(
            @ConfigProperty(name = "redress.notification.patience-with-triage")
                    Duration withTriage) {
        this.withTriage = withTriage;
    }

    /** When an acknowledgment that waits from now on is due, whatever triage does. */
    public Instant endsAfter(Instant now) {
        return now.plus(withTriage);
    }
}
