package org.redress.triage.cases;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/**
 * What a case says, as it stands after the latest correction. Holds free text, and so perhaps
 * personal data.
 *
 * @param unit the unit concerned, or else the one that took the case in
 */
public record CaseFacts(
        Unit unit,
        Channel channel,
        CustomerTier customerTier,
        String subject,
        String description,
        Flags flags,
        @Nullable Product product) {

    /** The same case with what was put right (IN-08). */
    public CaseFacts corrected(Correction correction) {
        var incident = correction.incident();
        return new CaseFacts(
                incident == null ? unit : incident.where().orElse(unit),
                channel,
                customerTier,
                requireNonNullElse(correction.subject(), subject),
                requireNonNullElse(correction.description(), description),
                requireNonNullElse(correction.flags(), flags),
                correction.product() == null ? product : correction.product());
    }

    /** Whether the customer's product is told. */
    public boolean namesProduct() {
        return product != null && product.tellsWhich();
    }

    /** Whether there is no word to read. */
    public boolean saysNothing() {
        return subject.isBlank() && description.isBlank();
    }

    @Override
    public String toString() {
        return "CaseFacts[unit=%s, channel=%s]".formatted(unit.path(), channel);
    }
}
