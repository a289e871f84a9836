package org.redress.notification.events;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import org.redress.notification.cases.NewJudgment;
import org.redress.notification.cases.Reason;
import org.redress.notification.cases.Signal;

/** What notification reads of {@code redress.case.assessed.v1}. */
record CaseAssessed(
        UUID caseId,
        int revision,
        String caseClass,
        String ownerUnit,
        List<Reason> reasons,
        List<Signal> signals) {
    CaseAssessed {
        requireNonNull(caseId, "caseId");
        requireNonNull(caseClass, "caseClass");
        requireNonNull(ownerUnit, "ownerUnit");
        reasons = List.copyOf(reasons);
        signals = List.copyOf(signals);
    }

    NewJudgment asNews() {
        return new NewJudgment(caseId, revision, caseClass, ownerUnit, reasons, signals);
    }
}
