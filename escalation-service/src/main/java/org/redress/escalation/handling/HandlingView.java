package org.redress.escalation.handling;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.Mode;
import org.redress.escalation.cases.Priority;
import org.redress.escalation.cases.ResponseLevel;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;
import org.redress.escalation.cases.Verdict.Demand;
import org.redress.escalation.cases.Verdict.Liability;
import org.redress.escalation.cases.Verdict.Truth;
import org.redress.escalation.clocks.ClockView;
import org.redress.escalation.cohandling.CoHandling;
import org.redress.escalation.paging.EscalationView;

/**
 * A handling with all that belongs to it, as people see it.
 *
 * @param journal the latest entries, in the order in which they were written
 * @param earlier the cursor of the journal's entries before these, if there are any
 * @param erased true when the words of the case were erased
 */
record HandlingView(
        @JsonUnwrapped Summary handling,
        List<ClockView> clocks,
        List<EscalationView> escalations,
        List<Directive> directives,
        List<CoHandling> coHandlings,
        List<Journal.Entry> journal,
        @Nullable String earlier,
        @Nullable Boolean erased) {

    /**
     * A handling in a list; what comes from the assessment is missing until there is one.
     *
     * @param nextDueAt when what was promised is due next, and by which clock
     * @param asked the units that owe the lead an answer, or one that is not accepted yet
     * @param urged how often the customer has asked again
     * @param supervisedBy the unit that looks after a case which came to no result several times
     * @param endProposedBy who wants to close the case without agreement, until a manager decides
     */
    record Summary(
            String caseNumber,
            UUID caseId,
            Mode mode,
            Status status,
            @Nullable ClosedAs closedAs,
            int round,
            Tier tier,
            String ownerUnit,
            @Nullable String handler,
            @Nullable CaseClass caseClass,
            @Nullable String category,
            @Nullable Severity severity,
            @Nullable ResponseLevel responseLevel,
            @Nullable Priority priority,
            Instant openedAt,
            Instant changedAt,
            @Nullable Instant nextDueAt,
            @Nullable ClockName nextDueClock,
            @Nullable String endProposedBy,
            @Nullable Boolean adopted,
            @Nullable String duplicateOf,
            List<String> asked,
            int urged,
            @Nullable String supervisedBy,
            @Nullable Truth truth,
            @Nullable Demand demand,
            @Nullable Liability liability,
            Planning.@Nullable Plan plan,
            @Nullable String planProposedBy,
            @Nullable Boolean planDeviates,
            @JsonIgnore long version) {

        /** As those see it who owe the lead an answer by then. */
        Summary owed(Instant dueAt) {
            return new Summary(
                    caseNumber,
                    caseId,
                    mode,
                    status,
                    closedAs,
                    round,
                    tier,
                    ownerUnit,
                    handler,
                    caseClass,
                    category,
                    severity,
                    responseLevel,
                    priority,
                    openedAt,
                    changedAt,
                    dueAt.equals(Standing.NOTHING_DUE) ? null : dueAt,
                    null,
                    endProposedBy,
                    adopted,
                    duplicateOf,
                    asked,
                    urged,
                    supervisedBy,
                    truth,
                    demand,
                    liability,
                    plan,
                    planProposedBy,
                    planDeviates,
                    version);
        }
    }
}
