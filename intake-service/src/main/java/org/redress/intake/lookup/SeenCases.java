package org.redress.intake.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.redress.intake.cases.CaseFile;
import org.redress.intake.cases.CaseNumber;
import org.redress.intake.cases.Cases;
import org.redress.intake.cases.CustomerCase;
import org.redress.intake.progress.LiveCase;
import org.redress.intake.progress.LiveCases;
import org.redress.intake.staff.UnitScope;
import org.redress.platform.web.Caller;
import org.redress.platform.web.ReadAudit;

/** The cases that the caller may see (requirement XX-06); who looks at one is written down. */
@ApplicationScoped
class SeenCases {

    private final Cases cases;
    private final LiveCases liveCases;
    private final Caller caller;
    private final ReadAudit audit;

    SeenCases(Cases cases, LiveCases liveCases, Caller caller, ReadAudit audit) {
        this.cases = cases;
        this.liveCases = liveCases;
        this.caller = caller;
        this.audit = audit;
    }

    /** A case and how it stands. */
    record SeenCase(CaseFile file, LiveCase live) {

        CustomerCase customerCase() {
            return file.customerCase();
        }
    }

    /** Empty if there is none with this number, or none for this caller. */
    Optional<SeenCase> find(CaseNumber number) {
        return cases.find(number).map(this::withProgress).filter(this::isSeen).map(this::audited);
    }

    private SeenCase withProgress(CaseFile file) {
        CustomerCase it = file.customerCase();
        return new SeenCase(file, liveCases.find(it.id(), it.customerId()));
    }

    private boolean isSeen(SeenCase seen) {
        return UnitScope.covers(caller, seen.customerCase().unit(), seen.live().ownerUnit());
    }

    private SeenCase audited(SeenCase seen) {
        audit.record("case", seen.customerCase().id().toString());
        return seen;
    }
}
