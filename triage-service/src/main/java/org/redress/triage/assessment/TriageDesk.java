package org.redress.triage.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.redress.triage.cases.CaseCorrected;
import org.redress.triage.cases.CaseNumber;
import org.redress.triage.rules.Judgement;
import org.redress.triage.rules.Rulebook;

/** Judges cases: by rules when they come and when they change, by a person on request. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class TriageDesk {

    private static final Logger LOG = Logger.getLogger(TriageDesk.class);

    private final Rulebook rulebook;
    private final CaseFiles files;
    private final Assessments assessments;
    private final Event<JudgedCase> events;
    private final Clock clock;

    TriageDesk(
            Rulebook rulebook,
            CaseFiles files,
            Assessments assessments,
            Event<JudgedCase> events,
            Clock clock) {
        this.rulebook = rulebook;
        this.files = files;
        this.assessments = assessments;
        this.events = events;
        this.clock = clock;
    }

    /** Judges a new case, and applies the corrections that were here before it. */
    void assess(CaseFile file) {
        if (!files.add(file)) {
            LOG.warnf("registered twice case=%s", file.caseNumber().text());
            return;
        }
        keep(file, Assessment.first(rulebook.find(file.facts()), clock.instant()));
        files.takeParked(file.caseId()).forEach(this::reassess);
    }

    /** Judges a case again; a correction of a case that has not come yet waits for it. */
    void reassess(CaseCorrected correction) {
        files.lock(correction.caseId())
                .ifPresentOrElse(
                        file -> reassess(file.corrected(correction)), () -> files.park(correction));
    }

    private void reassess(CaseFile file) {
        files.update(file);
        assessments
                .latest(file.caseId())
                .reassessed(rulebook.find(file.facts()), clock.instant())
                .ifPresent(next -> keep(file, next));
    }

    /** A case as it stands, kept from changing until the transaction ends. */
    Optional<JudgedCase> hold(CaseNumber number) {
        return files.lock(number)
                .map(file -> new JudgedCase(file, assessments.latest(file.caseId())));
    }

    /** Judges as a person says; what they leave open stays, or follows by the tables. */
    JudgedCase revise(JudgedCase held, Revision revision, String personId) {
        var current = held.assessment();
        var next =
                current.revised(
                        judged(held.file(), current.judgement(), revision),
                        Actor.officer(personId),
                        revision.reason(),
                        clock.instant());
        return keep(held.file(), next);
    }

    private Judgement judged(CaseFile file, Judgement current, Revision revision) {
        var given = revision.appliedTo(current);
        return revision.changesCourse(current)
                ? revision.appliedTo(rulebook.route(file.facts(), given))
                : given;
    }

    private JudgedCase keep(CaseFile file, Assessment assessment) {
        assessments.add(file.caseId(), assessment);
        var judged = new JudgedCase(file, assessment);
        events.fire(judged);
        LOG.infof(
                "assessed case=%s revision=%d by=%s class=%s category=%s severity=%s owner=%s",
                file.caseNumber().text(),
                assessment.revision(),
                assessment.actor().id(),
                assessment.judgement().caseClass(),
                assessment.judgement().category(),
                assessment.judgement().severity(),
                assessment.judgement().ownerUnit().path());
        return judged;
    }
}
