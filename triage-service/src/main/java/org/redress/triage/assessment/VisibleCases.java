package org.redress.triage.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.redress.platform.web.Caller;
import org.redress.platform.web.ReadAudit;
import org.redress.triage.cases.CaseNumber;

/** The cases that the caller may see; each is noted as seen, for it quotes the customer (XX-01). */
@ApplicationScoped
class VisibleCases {

    private final Assessments assessments;
    private final TriageDesk desk;
    private final Caller caller;
    private final ReadAudit audit;

    VisibleCases(Assessments assessments, TriageDesk desk, Caller caller, ReadAudit audit) {
        this.assessments = assessments;
        this.desk = desk;
        this.caller = caller;
        this.audit = audit;
    }

    Optional<JudgedCase> read(CaseNumber number) {
        return seen(assessments.latest(number));
    }

    /** Held until the running transaction ends, so that nobody else judges it meanwhile. */
    Optional<JudgedCase> hold(CaseNumber number) {
        return seen(desk.hold(number));
    }

    private Optional<JudgedCase> seen(Optional<JudgedCase> judged) {
        var visible = judged.filter(found -> found.isSeenBy(caller));
        visible.ifPresent(found -> audit.record("case", found.file().caseId().toString()));
        return visible;
    }
}
