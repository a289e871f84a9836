package org.redress.escalation.organisation;

import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.ResponseLevel;
import org.redress.escalation.cases.Severity;

/** About what somebody has to be reached; what is not known of it fits no filter. */
public record Matter(
        Trigger trigger,
        Severity severity,
        @Nullable CaseClass caseClass,
        @Nullable String category,
        @Nullable ResponseLevel level) {

    /** A case as it is judged. */
    public static Matter of(Trigger trigger, Assessment assessment) {
        return new Matter(
                trigger,
                assessment.severity(),
                assessment.caseClass(),
                assessment.category(),
                assessment.responseLevel());
    }

    /** Whatever has this weight. */
    public static Matter of(Trigger trigger, Severity severity) {
        return new Matter(trigger, severity, null, null, null);
    }

    Matter as(Trigger other) {
        return new Matter(other, severity, caseClass, category, level);
    }
}
