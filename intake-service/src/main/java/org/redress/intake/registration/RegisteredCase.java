package org.redress.intake.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.CaseId;
import org.redress.intake.cases.CaseNumber;
import org.redress.intake.cases.CustomerCase;
import org.redress.intake.customers.Customer;
import org.redress.intake.customers.CustomerId;
import org.redress.intake.timetable.HeardFrom;
import org.redress.intake.timetable.Milestone;
import org.redress.intake.timetable.Promise;
import org.redress.intake.timetable.Wording;

/** The answer to a registration: what the agent tells the customer. */
@Schema(name = "RegisteredCase")
@JsonInclude(Include.NON_NULL)
record RegisteredCase(
        @Schema(implementation = String.class, format = "uuid") CaseId caseId,
        @Schema(implementation = String.class, examples = "C-20251121-000426")
                CaseNumber caseNumber,
        @Schema(implementation = String.class, format = "uuid") CustomerId customerId,
        Instant registeredAt,
        @Schema(description = "To be read out first; there where somebody was hurt or is in danger")
                @Nullable String safety,
        List<SpokenPromise> timetable) {

    /**
     * A promise and the sentence for it.
     *
     * @param text what the agent reads out, in the customer's language
     */
    record SpokenPromise(
            Milestone milestone,
            Instant dueAt,
            HeardFrom by,
            @Schema(examples = "责任部门将在11月22日18:35前与您联系，给您初步答复。") String text) {

        static SpokenPromise of(Promise promise, Wording wording, boolean byMail) {
            return new SpokenPromise(
                    promise.milestone(),
                    promise.dueAt(),
                    promise.by(),
                    wording.of(promise, byMail));
        }
    }

    static RegisteredCase of(CustomerCase registered, Customer customer, ZoneId zone) {
        Wording wording = new Wording(customer.language(), zone);
        return new RegisteredCase(
                registered.id(),
                registered.number(),
                registered.customerId(),
                registered.registeredAt(),
                registered.report().flags().injuryOrDanger() ? wording.safety() : null,
                registered.timetable().promises().stream()
                        .map(promise -> SpokenPromise.of(promise, wording, customer.hasEmail()))
                        .toList());
    }
}
