package org.redress.intake.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.redress.intake.cases.CaseEvent;
import org.redress.intake.cases.CaseFile;
import org.redress.intake.cases.CaseNumber;
import org.redress.intake.cases.Cases;
import org.redress.intake.cases.CustomerCase;
import org.redress.intake.cases.Decision;
import org.redress.intake.cases.Decision.Accepted;
import org.redress.intake.cases.Decision.Refused;
import org.redress.intake.cases.Standing;
import org.redress.intake.progress.LiveCase;
import org.redress.intake.progress.LiveCases;

/** Lets a registered case decide on what is wanted of it, and writes down what it accepted. */
@ApplicationScoped
class FollowUpDesk {

    private static final Logger LOG = Logger.getLogger(FollowUpDesk.class);

    private final Cases cases;
    private final LiveCases liveCases;
    private final Journal journal;
    private final Event<CaseEvent> events;
    private final Clock clock;

    FollowUpDesk(
            Cases cases,
            LiveCases liveCases,
            Journal journal,
            Event<CaseEvent> events,
            Clock clock) {
        this.cases = cases;
        this.liveCases = liveCases;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** Something that a person wants of a case. */
    @FunctionalInterface
    interface Wish {
        Decision put(CustomerCase to, Standing standing, Instant now);
    }

    /** A case on the desk: nobody else changes it until the transaction ends. */
    record OpenCase(CaseFile file, LiveCase live) {

        CustomerCase customerCase() {
            return file.customerCase();
        }
    }

    @Transactional(TxType.MANDATORY)
    Optional<OpenCase> open(CaseNumber number) {
        return cases.findForChange(number)
                .map(file ->
                        new OpenCase(
                                file,
                                liveCases.find(
                                        file.customerCase().id(),
                                        file.customerCase().customerId())));
    }

    @Transactional(TxType.MANDATORY)
    Decision put(Wish wish, OpenCase open) {
        if (open.file().customer().isEmpty()) {
            return new Refused("The customer's data was erased; the case is sealed.");
        }
        Standing standing = open.live().handling().standing();
        Decision decision = wish.put(open.customerCase(), standing, clock.instant());
        if (decision instanceof Accepted(CaseEvent event)) {
            record(event);
        }
        return decision;
    }

    private void record(CaseEvent event) {
        CustomerCase changed = event.customerCase();
        JournalEntry entry = JournalEntry.of(event);
        cases.replace(changed);
        journal.add(changed.id(), changed.customerId(), entry);
        events.fire(event);
        LOG.infof(
                "case followed up number=%s kind=%s round=%d by=%s",
                changed.number(), entry.kind(), entry.round(), entry.by().id());
    }
}
