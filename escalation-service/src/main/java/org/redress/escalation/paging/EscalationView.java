package org.redress.escalation.paging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.organisation.Holder;
import org.redress.escalation.organisation.Trigger;

/**
 * An escalation as people see it.
 *
 * @param organisation the version of the organisation by which the latest page found its person
 * @param acknowledgeBy when the next person is paged, while it runs; or by when what is owed is due
 * @param owed what who acknowledged still has to say
 * @param eta when they said that they would be there
 * @param pages who was paged, in order
 */
public record EscalationView(
        UUID escalationId,
        String caseNumber,
        UUID caseId,
        int round,
        String unit,
        Severity severity,
        Trigger trigger,
        @Nullable ClockName clock,
        String policyId,
        int policyVersion,
        @Nullable Long organisation,
        Escalation.State state,
        Instant raisedAt,
        @Nullable Instant acknowledgeBy,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable Via acknowledgedVia,
        @Nullable Owed owed,
        @Nullable Instant eta,
        @Nullable Instant arrivedAt,
        @Nullable Instant endedAt,
        @Nullable Settlement endedAs,
        List<PageView> pages) {

    /** One page; undelivered if no mail could be delivered at all. */
    public record PageView(
            UUID pageId,
            int repeat,
            int step,
            String roleId,
            Holder holder,
            String personId,
            String unit,
            Instant pagedAt,
            Instant acknowledgeBy,
            boolean undelivered) {}

    public EscalationView {
        pages = List.copyOf(pages);
    }

    boolean paged(String personId) {
        return pages.stream().anyMatch(page -> page.personId().equals(personId));
    }
}
