package org.redress.escalation.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Triage's judgement as far as handling needs it: five axes and where the case belongs. */
@Embeddable
public record Assessment(
        @Column(name = "assessment_revision") int revision,
        @Enumerated(EnumType.STRING) @Column(name = "case_class") CaseClass caseClass,
        @Column(name = "category") String category,
        @Enumerated(EnumType.STRING) @Column(name = "severity") Severity severity,
        @Enumerated(EnumType.STRING) @Column(name = "response_level") ResponseLevel responseLevel,
        @Enumerated(EnumType.STRING) @Column(name = "priority") Priority priority,
        @Enumerated(EnumType.STRING) @Column(name = "assessed_tier") Tier tier,
        @Column(name = "assessed_unit") UnitPath ownerUnit) {

    /**
     * What is presumed of a case that nobody has judged: it may be grave, so somebody is reached.
     */
    public static Assessment presumed(UnitPath reception) {
        return new Assessment(
                0,
                CaseClass.COMPLAINT,
                "OTHER",
                Severity.HIGH,
                ResponseLevel.NONE,
                Priority.P2,
                Tier.T1,
                reception);
    }

    /**
     * What holds after a revision. A person's word holds as it is; a rule may raise a level and
     * never lowers one, and sends the case elsewhere only if it doesn't think less of it.
     */
    public Assessment revisedBy(Assessment revision, Actor by) {
        if (by.isPerson()) {
            return revision;
        }
        Assessment place = revision.severity.isAtLeast(severity) ? revision : this;
        return new Assessment(
                revision.revision,
                place.caseClass,
                place.category,
                severity.orGraver(revision.severity),
                responseLevel.orHigher(revision.responseLevel),
                priority.orSooner(revision.priority),
                tier.orHigher(revision.tier),
                place.ownerUnit);
    }
}
