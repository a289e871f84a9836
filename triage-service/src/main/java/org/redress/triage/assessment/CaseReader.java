package org.redress.triage.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.redress.triage.cases.CaseFacts;
import org.redress.triage.cases.Correction;
import org.redress.triage.rules.Rulebook;

/** Reads and judges what events tell, outside of any transaction. */
@ApplicationScoped
public class CaseReader {

    private static final Logger LOG = Logger.getLogger(CaseReader.class);

    private final Rulebook rulebook;
    private final CaseFiles files;

    CaseReader(Rulebook rulebook, CaseFiles files) {
        this.rulebook = rulebook;
        this.files = files;
    }

    /** What a new case says. */
    public ReadCase read(CaseFacts facts) {
        return new ReadCase(facts, rulebook.find(facts));
    }

    /**
     * The case as the correction leaves it, from what is known of it now; empty where nothing is.
     * By the time that it is applied the case may say more, and is then read again.
     */
    public Optional<ReadCase> read(Correction correction) {
        try {
            return files.facts(correction.caseId()).map(facts -> read(facts.corrected(correction)));
        } catch (RuntimeException e) {
            LOG.debugf(e, "read when it is applied case=%s", correction.caseId());
            return Optional.empty();
        }
    }
}
