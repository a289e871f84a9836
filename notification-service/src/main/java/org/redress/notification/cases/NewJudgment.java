package org.redress.notification.cases;

import java.util.List;
import java.util.UUID;

/** How triage judges a case, and why; the greater revision counts. */
public record NewJudgment(
        UUID caseId,
        int revision,
        String caseClass,
        String ownerUnit,
        List<Reason> reasons,
        List<Signal> signals) {}
