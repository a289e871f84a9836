package org.redress.triage.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.redress.platform.messaging.Alarms;
import org.redress.triage.cases.CaseFacts;
import org.redress.triage.cases.CaseNumber;
import org.redress.triage.cases.Correction;
import org.redress.triage.organisation.KnownUnits;
import org.redress.triage.rules.Judgement;
import org.redress.triage.rules.ReviewCause;
import org.redress.triage.rules.Rulebook;

/** Judges cases: by rules when they come and when they change, by a person on request. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class TriageDesk {

    private static final Logger LOG = Logger.getLogger(TriageDesk.class);

    private final Rulebook rulebook;
    private final CaseFiles files;
    private final Assessments assessments;
    private final Returns returns;
    private final KnownUnits units;
    private final Event<JudgedCase> events;
    private final Alarms alarms;
    private final Clock clock;

    TriageDesk(
            Rulebook rulebook,
            CaseFiles files,
            Assessments assessments,
            Returns returns,
            KnownUnits units,
            Event<JudgedCase> events,
            Alarms alarms,
            Clock clock) {
        this.rulebook = rulebook;
        this.files = files;
        this.assessments = assessments;
        this.returns = returns;
        this.units = units;
        this.events = events;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Keeps the judgement of a new case, and applies the corrections that were here before it. */
    public void assess(CaseFile file, ReadCase read) {
        var first =
                assessments.sealed(
                        file.caseId(),
                        Assessment.first(read.finding(), housed(file.caseId()), clock.instant()));
        files.open(file, read.facts(), first)
                .ifPresentOrElse(
                        corrections -> {
                            tell(new JudgedCase(file, first.assessment()));
                            corrections.forEach(each -> reassess(each, Optional.empty()));
                        },
                        () -> LOG.warnf("registered twice case=%s", file.caseNumber().text()));
    }

    /**
     * Judges a case again; a correction of a case that has not come yet waits for it.
     *
     * @param read the corrected case, if it was known before and does not say more by now
     */
    public void reassess(Correction correction, Optional<ReadCase> read) {
        files.lock(correction.caseId())
                .ifPresentOrElse(
                        file -> reassess(file, correction, read), () -> files.park(correction));
    }

    private void reassess(CaseFile known, Correction correction, Optional<ReadCase> read) {
        var facts = files.facts(known.caseId());
        if (facts.isEmpty()) {
            LOG.infof("corrected after its erasure case=%s", known.caseNumber().text());
            return;
        }
        var corrected = facts.get().corrected(correction);
        var finding =
                read.filter(prepared -> prepared.facts().equals(corrected))
                        .map(ReadCase::finding)
                        .orElseGet(() -> rulebook.find(corrected));
        var file = known.inRound(correction.round());
        files.update(file, corrected);
        assessments
                .latest(file.caseId())
                .reassessed(finding, housed(file.caseId()), clock.instant())
                .ifPresent(next -> {
                    keep(file, next);
                    assessments.reviewReturned(file.caseId());
                });
    }

    /** A unit says that a case is not its own: a person judges it anew, unless one has since. */
    public void takeBack(UUID caseId, Returned returned) {
        if (files.lock(caseId).isEmpty()) {
            LOG.warnf("returned before it was known case=%s", caseId);
            return;
        }
        var present = assessments.latest(caseId);
        if (present.actor().kind() != Actor.Kind.PERSON
                || present.assessedAt().isBefore(returned.at())) {
            returns.keep(caseId, returned);
            assessments.reviewReturned(caseId);
        }
    }

    /** A case as it stands, kept from changing until the transaction ends. */
    Optional<JudgedCase> hold(CaseNumber number) {
        return files.lock(number)
                .map(file -> new JudgedCase(file, assessments.latest(file.caseId())));
    }

    /**
     * Judges as a person says; what they leave open stays, or follows by the tables. Empty where
     * the customer is erased, and nobody can see any more what the case says.
     */
    Optional<JudgedCase> revise(JudgedCase held, Revision revision, String personId) {
        var current = held.assessment();
        return files.facts(held.file().caseId())
                .map(facts ->
                        current.revised(
                                housed(held.file().caseId())
                                        .apply(judged(facts, current.judgement(), revision)),
                                Actor.officer(personId),
                                revision.why(),
                                clock.instant()))
                .map(next -> {
                    returns.forget(held.file().caseId());
                    return keep(held.file(), next);
                });
    }

    private Judgement judged(CaseFacts facts, Judgement current, Revision revision) {
        var given = revision.appliedTo(current);
        return revision.changesCourse(current)
                ? rulebook.route(facts, given).map(revision::appliedTo).orElse(given)
                : given;
    }

    /** Nobody is accountable in a unit that does not exist: the reception is, with an alarm. */
    private UnaryOperator<Judgement> housed(UUID caseId) {
        return judged -> {
            var owner = judged.ownerUnit();
            if (units.exists(owner)) {
                return judged;
            }
            alarms.report(
                    "UNIT_UNKNOWN",
                    owner.path(),
                    "cases are judged to be of a unit that does not exist; the reception has them",
                    caseId);
            return units.reception().map(judged::ownedBy).orElse(judged);
        };
    }

    private JudgedCase keep(CaseFile file, Assessment assessment) {
        return tell(new JudgedCase(file, assessments.add(file.caseId(), assessment)));
    }

    private JudgedCase tell(JudgedCase judged) {
        var file = judged.file();
        var assessment = judged.assessment();
        events.fire(judged);
        if (assessment.review().contains(ReviewCause.RULES_FAILED)) {
            alarms.report(
                    "RULES_FAILED",
                    assessment.tableVersion(),
                    "cases are judged on the safe side and wait for review",
                    file.caseId());
        }
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
