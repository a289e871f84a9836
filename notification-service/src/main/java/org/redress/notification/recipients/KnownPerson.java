package org.redress.notification.recipients;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the organisation says of a person of staff.
 *
 * @param language in which they are written to; null: as the staff file says
 * @param firstDay the first day on which they are here; null: since ever
 * @param lastDay the last one; null: for ever
 * @param active whether the organisation has them
 * @param version the version of the organisation since which this holds
 */
public record KnownPerson(
        String id,
        PersonName called,
        @Nullable Language language,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        boolean active,
        long version) {
    @Override
    public String toString() {
        return "KnownPerson[" + id + "]";
    }
}
