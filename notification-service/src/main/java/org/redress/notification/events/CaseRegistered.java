package org.redress.notification.events;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.CaseStory;
import org.redress.notification.cases.Milestone;
import org.redress.notification.cases.NewCase;
import org.redress.notification.recipients.Language;

/**
 * What notification reads of {@code redress.case.registered.v1}. Only who and which case it must
 * know: whoever can be written to is, with whatever else is told.
 */
record CaseRegistered(
        UUID caseId,
        String caseNumber,
        int round,
        String customerId,
        @Nullable Language language,
        @Nullable String subject,
        @Nullable String description,
        @Nullable Incident incident,
        @Nullable Product product,
        @Nullable Flags flags,
        @Nullable List<Milestone> timetable) {
    CaseRegistered {
        requireNonNull(caseId, "caseId");
        requireNonNull(caseNumber, "caseNumber");
        requireNonNull(customerId, "customerId");
        language = requireNonNullElse(language, Language.ZH);
        timetable = List.copyOf(requireNonNullElse(timetable, List.of()));
    }

    /** What happened, as far as it was told; null when it was not told at all. */
    @Nullable CaseStory story() {
        return subject == null
                ? null
                : new CaseStory(
                        subject,
                        CaseStory.excerpt(requireNonNullElse(description, "")),
                        incident == null ? null : incident.place(),
                        product == null ? null : product.inWords());
    }

    NewCase asNews() {
        return new NewCase(
                caseId,
                caseNumber,
                customerId,
                requireNonNull(language),
                story(),
                requireNonNull(timetable),
                tellsOfDanger());
    }

    boolean tellsOfDanger() {
        return flags != null && flags.injuryOrDanger();
    }

    record Flags(boolean injuryOrDanger) {}

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
