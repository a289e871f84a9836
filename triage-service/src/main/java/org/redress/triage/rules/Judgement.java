package org.redress.triage.rules;

import static java.util.Objects.requireNonNull;
import static org.redress.triage.levels.Ranked.graver;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.redress.triage.cases.Unit;
import org.redress.triage.levels.CaseClass;
import org.redress.triage.levels.Category;
import org.redress.triage.levels.ConductLevel;
import org.redress.triage.levels.Priority;
import org.redress.triage.levels.ResponseLevel;
import org.redress.triage.levels.Severity;
import org.redress.triage.levels.Tier;

/** What a case is, on each of the independent axes, and who is accountable for it. */
public record Judgement(
        CaseClass caseClass,
        Category category,
        Severity severity,
        ConductLevel conductLevel,
        ResponseLevel responseLevel,
        Priority priority,
        Tier tier,
        @Schema(implementation = String.class, examples = "hq/quality") Unit ownerUnit) {

    public Judgement {
        requireNonNull(caseClass, "caseClass");
        requireNonNull(category, "category");
        requireNonNull(severity, "severity");
        requireNonNull(conductLevel, "conductLevel");
        requireNonNull(responseLevel, "responseLevel");
        requireNonNull(priority, "priority");
        requireNonNull(tier, "tier");
        requireNonNull(ownerUnit, "ownerUnit");
    }

    /**
     * This judgement with no level lower than the other's: an automatic rule never lowers a level.
     * Class, category and owner have no order and stay with the graver of the two, an emergency
     * before all else; but a known category is not given up for {@link Category#OTHER}.
     */
    public Judgement atLeast(Judgement other) {
        boolean yields =
                isEmergency() == other.isEmergency()
                        ? other.severity.outranks(severity)
                        : other.isEmergency();
        var graver = yields ? other : this;
        var milder = yields ? this : other;
        return new Judgement(
                graver.caseClass,
                graver.category == Category.OTHER ? milder.category : graver.category,
                graver(severity, other.severity),
                graver(conductLevel, other.conductLevel),
                graver(responseLevel, other.responseLevel),
                graver(priority, other.priority),
                graver(tier, other.tier),
                graver.ownerUnit);
    }

    /** The same with another unit accountable. */
    public Judgement ownedBy(Unit unit) {
        return new Judgement(
                caseClass, category, severity, conductLevel, responseLevel, priority, tier, unit);
    }

    /** Whether any level is above the other's. */
    public boolean exceeds(Judgement other) {
        return severity.outranks(other.severity)
                || conductLevel.outranks(other.conductLevel)
                || responseLevel.outranks(other.responseLevel)
                || priority.outranks(other.priority)
                || tier.outranks(other.tier)
                || (isEmergency() && !other.isEmergency());
    }

    private boolean isEmergency() {
        return caseClass == CaseClass.EMERGENCY;
    }
}
