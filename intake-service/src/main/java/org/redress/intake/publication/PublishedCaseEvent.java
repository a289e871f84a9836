package org.redress.intake.publication;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.CaseEvent;
import org.redress.intake.cases.CaseId;
import org.redress.intake.cases.CaseNumber;
import org.redress.intake.cases.Channel;
import org.redress.intake.cases.Contact;
import org.redress.intake.cases.Flags;
import org.redress.intake.cases.Incident;
import org.redress.intake.cases.Product;
import org.redress.intake.cases.Satisfaction;
import org.redress.intake.customers.CustomerId;
import org.redress.intake.customers.CustomerTier;
import org.redress.intake.customers.Language;
import org.redress.intake.timetable.Promise;

/** The payloads on {@code redress.cases}, as {@code contracts/intake} describes them. */
sealed interface PublishedCaseEvent {

    /** The CloudEvents type. */
    @JsonIgnore
    String type();

    /** What every event about a case says. */
    record Common(
            CaseId caseId,
            CaseNumber caseNumber,
            int round,
            Instant occurredAt,
            Instant recordedAt,
            PublishedActor actor) {

        static Common of(CaseEvent event) {
            CaseEvent.Stamp stamp = event.stamp();
            return new Common(
                    event.customerCase().id(),
                    event.customerCase().number(),
                    stamp.round(),
                    stamp.at(),
                    stamp.at(),
                    PublishedActor.of(stamp.by()));
        }
    }

    /** The call without the caller's number, which stays in intake. */
    record PublishedCall(
            @Nullable String callId,
            @Nullable String agentId,
            @Nullable Integer queueSeconds,
            @Nullable String recordingUrl) {}

    record Registered(
            @JsonUnwrapped Common common,
            Channel channel,
            @Nullable String channelRef,
            @Nullable PublishedCall cti,
            CustomerId customerId,
            CustomerTier customerTier,
            Language language,
            Instant receivedAt,
            String subject,
            String description,
            @Nullable Incident incident,
            @Nullable Product product,
            @Nullable String preliminaryCause,
            @Nullable String desiredRemedy,
            Flags flags,
            List<Promise> timetable)
            implements PublishedCaseEvent {

        @Override
        public String type() {
            return "redress.case.registered.v1";
        }
    }

    record Corrected(
            @JsonUnwrapped Common common,
            @Nullable String subject,
            @Nullable String description,
            @Nullable Flags flags,
            @Nullable Product product,
            @Nullable Incident incident,
            String reason)
            implements PublishedCaseEvent {

        @Override
        public String type() {
            return "redress.case.corrected.v1";
        }
    }

    record ContactLogged(
            @JsonUnwrapped Common common,
            Contact.Direction direction,
            Channel channel,
            String note,
            Contact.@Nullable Reason reason)
            implements PublishedCaseEvent {

        @Override
        public String type() {
            return "redress.case.contact-logged.v1";
        }
    }

    record SatisfactionRecorded(
            @JsonUnwrapped Common common, Satisfaction outcome, int attempt, @Nullable String note)
            implements PublishedCaseEvent {

        @Override
        public String type() {
            return "redress.case.satisfaction-recorded.v1";
        }
    }

    record Withdrawn(@JsonUnwrapped Common common, String reason) implements PublishedCaseEvent {

        @Override
        public String type() {
            return "redress.case.withdrawn.v1";
        }
    }
}
