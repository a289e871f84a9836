package org.redress.intake.lookup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.CaseFile;
import org.redress.intake.cases.CaseId;
import org.redress.intake.cases.CaseNumber;
import org.redress.intake.cases.Channel;
import org.redress.intake.cases.ClosedAs;
import org.redress.intake.cases.CustomerCase;
import org.redress.intake.cases.Mode;
import org.redress.intake.cases.Report;
import org.redress.intake.cases.Status;
import org.redress.intake.customers.Customer;
import org.redress.intake.customers.CustomerView;
import org.redress.intake.customers.Language;
import org.redress.intake.followup.JournalEntry;
import org.redress.intake.progress.Assessment;
import org.redress.intake.progress.Delivery;
import org.redress.intake.progress.Handling;
import org.redress.intake.progress.LiveCase;
import org.redress.intake.timetable.HeardFrom;
import org.redress.intake.timetable.LivePromise;
import org.redress.intake.timetable.Milestone;
import org.redress.intake.timetable.Wording;
import org.redress.platform.web.Page;

/**
 * A case for the front end: what was registered, and how it stands now.
 *
 * @param customer as the reader may see them; absent when they were erased
 * @param report absent when the customer was erased
 * @param timetable the promises, with what the clocks say today
 * @param journal the last entries, oldest first
 */
@Schema(name = "Case")
@JsonInclude(Include.NON_NULL)
record CaseView(
        @Schema(implementation = String.class, format = "uuid") CaseId caseId,
        @Schema(implementation = String.class) CaseNumber caseNumber,
        Mode mode,
        Channel channel,
        String unit,
        String registeredBy,
        Instant registeredAt,
        Status status,
        int round,
        @Nullable ClosedAs closedAs,
        @Nullable Instant withdrawnAt,
        @Nullable CustomerView customer,
        @Nullable Report report,
        @Nullable Assessment assessment,
        HandlingView handling,
        List<SpokenPromise> timetable,
        List<Delivery> deliveries,
        List<JournalEntry> journal,
        @Schema(description = "Where there is more: the cursor of …/journal for what came before")
                @Nullable String earlierJournal,
        @Schema(description = "True where the customer was erased, and all words with them")
                @Nullable Boolean erased) {

    /** Who handles it, and what the customer was told in this round. */
    @JsonInclude(Include.NON_NULL)
    record HandlingView(
            @Nullable String tier,
            @Nullable String ownerUnit,
            @Nullable String handler,
            @Nullable String resolution) {}

    /** A promise as it now stands, and the sentence for it; no sentence once it was kept. */
    @JsonInclude(Include.NON_NULL)
    @Schema(name = "LivePromise")
    record SpokenPromise(
            Milestone milestone,
            Instant promisedAt,
            Instant dueAt,
            HeardFrom by,
            @Nullable Instant metAt,
            @Nullable String text) {

        static SpokenPromise of(LivePromise promise, Wording wording, boolean byMail) {
            return new SpokenPromise(
                    promise.milestone(),
                    promise.promisedAt(),
                    promise.dueAt(),
                    promise.by(),
                    promise.metAt(),
                    promise.metAt() == null ? wording.of(promise.asPromise(), byMail) : null);
        }
    }

    static CaseView of(
            CaseFile file,
            LiveCase live,
            Page<JournalEntry> journal,
            @Nullable CustomerView customer,
            ZoneId zone) {
        CustomerCase it = file.customerCase();
        Handling handling = live.handling();
        return new CaseView(
                it.id(),
                it.number(),
                it.mode(),
                it.channel(),
                it.unit(),
                it.registeredBy(),
                it.registeredAt(),
                handling.status(),
                handling.standing().round(),
                handling.closedAs(),
                it.withdrawnAt(),
                customer,
                customer == null ? null : customer.masked() ? it.report().masked() : it.report(),
                live.assessment().orElse(null),
                new HandlingView(
                        handling.tier(),
                        live.ownerUnit(),
                        handling.handler(),
                        handling.resolution()),
                timetable(file, live, zone),
                live.deliveries(),
                journal.items().reversed(),
                journal.next(),
                file.customer().isEmpty() ? true : null);
    }

    private static List<SpokenPromise> timetable(CaseFile file, LiveCase live, ZoneId zone) {
        Language language = file.customer().map(Customer::language).orElse(Language.ZH_CN);
        boolean byMail = file.customer().map(Customer::hasEmail).orElse(false);
        Wording wording = new Wording(language, zone);
        return LivePromise.of(file.customerCase().timetable(), live.clocks(), live.acknowledgedAt())
                .stream()
                .map(promise -> SpokenPromise.of(promise, wording, byMail))
                .toList();
    }
}
