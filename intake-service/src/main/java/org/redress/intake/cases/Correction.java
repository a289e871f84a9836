package org.redress.intake.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the read-back put right (requirement IN-08): each given field replaces the whole old one.
 */
@JsonInclude(Include.NON_NULL)
public record Correction(
        @Nullable String subject,
        @Nullable String description,
        @Nullable Flags flags,
        @Nullable Product product,
        @Nullable Incident incident) {

    /** Only what differs from the report. */
    Correction against(Report report) {
        return new Correction(
                changed(subject, report.subject()),
                changed(description, report.description()),
                changed(flags, report.flags()),
                changed(product, report.product()),
                changed(incident, report.incident()));
    }

    boolean isEmpty() {
        return subject == null
                && description == null
                && flags == null
                && product == null
                && incident == null;
    }

    private static <T> @Nullable T changed(@Nullable T wanted, @Nullable T present) {
        return Objects.equals(wanted, present) ? null : wanted;
    }

    @Override
    public String toString() {
        return "Correction[…]";
    }
}
