package org.redress.notification.cases;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.notification.recipients.Language;

/** What notification reads of {@code redress.case.registered.v1}. */
record CaseRegistered(
        UUID caseId,
        String caseNumber,
        int round,
        String customerId,
        Language language,
        String subject,
        String description,
        @Nullable Incident incident,
        @Nullable Product product,
        List<Milestone> timetable) {
    CaseRegistered {
        requireNonNull(caseId, "caseId");
        requireNonNull(caseNumber, "caseNumber");
        requireNonNull(customerId, "customerId");
        requireNonNull(language, "language");
        requireNonNull(subject, "subject");
        requireNonNull(description, "description");
        timetable = List.copyOf(timetable);
    }

    CaseStory story() {
        return new CaseStory(
                subject,
                CaseStory.excerpt(description),
                incident == null ? null : incident.place(),
                product == null ? null : product.inWords());
    }

    record Incident(@Nullable String place) {}

    record Product(
            @Nullable String model,
            @Nullable String serial,
            @Nullable String batch,
            @Nullable String orderNumber) {
        @Nullable String inWords() {
            var words =
                    Stream.of(model, serial, batch, orderNumber)
                            .filter(part -> part != null && !part.isBlank())
                            .collect(Collectors.joining(" · "));
            return words.isEmpty() ? null : words;
        }
    }

    @Override
    public String toString() {
        return "CaseRegistered[" + caseNumber + "]";
    }
}
