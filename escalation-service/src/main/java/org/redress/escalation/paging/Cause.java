package org.redress.escalation.paging;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.ResponseLevel;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.organisation.Trigger;

/** Why somebody has to be reached, as the case stood when the escalation was raised. */
@Embeddable
public record Cause(
        @Enumerated(EnumType.STRING) @Column(name = "trigger") Trigger trigger,
        @Nullable @Enumerated(EnumType.STRING) @Column(name = "clock") ClockName clock,
        @Enumerated(EnumType.STRING) @Column(name = "severity") Severity severity,
        @Enumerated(EnumType.STRING) @Column(name = "case_class") CaseClass caseClass,
        @Column(name = "category") String category,
        @Enumerated(EnumType.STRING) @Column(name = "response_level") ResponseLevel responseLevel) {

    static Cause of(Trigger trigger, @Nullable ClockName clock, Assessment assessment) {
        return new Cause(
                trigger,
                clock,
                assessment.severity(),
                assessment.caseClass(),
                assessment.category(),
                assessment.responseLevel());
    }

    Cause as(Trigger other) {
        return new Cause(other, clock, severity, caseClass, category, responseLevel);
    }
}
