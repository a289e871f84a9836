package org.redress.notification.writing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.redress.notification.cases.Mode;
import org.redress.notification.messages.Message;
import org.redress.notification.messages.Recipient;

/**
 * Whom an exercise may reach: a technical test nobody but the test's own recipient, a drill members
 * of staff, and neither a customer.
 */
@ApplicationScoped
class Exercises {
    private final Optional<String> testRecipient;

    Exercises(
            @ConfigProperty(name = "redress.notification.test-recipient")
                    Optional<String> testRecipient) {
        this.testRecipient = testRecipient;
    }

    /**
     * The address that this mail goes to instead of its reader's own; empty when it goes nowhere.
     */
    Optional<String> address(Message message, String own) {
        var real =
                switch (message.origin().mode()) {
                    case REAL -> true;
                    case DRILL -> message.recipient().kind() == Recipient.Kind.STAFF;
                    case TEST -> false;
                };
        return real ? Optional.of(own) : testRecipient;
    }

    /** Only what is meant may ring at night. */
    boolean isUrgent(Message message) {
        return message.purpose().calls() && message.origin().mode() == Mode.REAL;
    }
}
