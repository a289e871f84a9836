package org.redress.notification.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.redress.notification.recipients.KnownPerson;
import org.redress.notification.recipients.Language;
import org.redress.notification.recipients.PersonName;

/** What notification reads of {@code redress.person.snapshot.v1}. */
record PersonSnapshot(
        String personId,
        PersonName name,
        @Nullable Language language,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean active,
        long version) {
    PersonSnapshot {
        requireNonNull(personId, "personId");
        requireNonNull(name, "name");
        if (version < 1) {
            throw new IllegalArgumentException("versions begin with 1");
        }
    }

    KnownPerson person() {
        return new KnownPerson(personId, name, language, from, until, active, version);
    }

    @Override
    public String toString() {
        return "PersonSnapshot[" + personId + "]";
    }
}
