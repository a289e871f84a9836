package org.redress.escalation.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.Origin;
import org.redress.escalation.cases.Promises;
import org.redress.escalation.clocks.CaseClock;
import org.redress.escalation.cohandling.CoHandlings;
import org.redress.escalation.organisation.OrganisationStore;
import org.redress.platform.messaging.OneTrip;

/**
 * Where everything that happens to a case comes in: it is put to the handling, and what the
 * handling says has happened is told and followed up, all in the caller's transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class HandlingDesk {

    private static final Logger LOG = Logger.getLogger(HandlingDesk.class);

    private final Handlings handlings;
    private final OrganisationStore organisation;
    private final Consequences consequences;
    private final CoHandlings coHandlings;
    private final Notices notices;
    private final Event<HandlingEvent> events;
    private final Event<CameOn> cameOn;
    private final Clock clock;
    private final Duration reopenWithin;
    private final int problemAfter;
    private final OneTrip<Handling> opened;

    HandlingDesk(
            Handlings handlings,
            OrganisationStore organisation,
            Consequences consequences,
            CoHandlings coHandlings,
            Notices notices,
            Event<HandlingEvent> events,
            Event<CameOn> cameOn,
            Clock clock,
            @ConfigProperty(name = "redress.reopen-within") Duration reopenWithin,
            @ConfigProperty(name = "redress.problem-after") int problemAfter,
            TransactionSynchronizationRegistry transaction) {
        this.handlings = handlings;
        this.organisation = organisation;
        this.consequences = consequences;
        this.coHandlings = coHandlings;
        this.notices = notices;
        this.events = events;
        this.cameOn = cameOn;
        this.clock = clock;
        this.reopenWithin = reopenWithin;
        this.problemAfter = problemAfter;
        this.opened = OneTrip.to(transaction, this::write);
    }

    /** A case has been registered and its customer told this; a second time is the same case. */
    public void open(CaseRef customerCase, Promises told, Origin origin) {
        opened.add(
                new Handling(
                        customerCase,
                        organisation.current().reception(),
                        told,
                        origin,
                        clock.instant()));
    }

    /** With their first clock, of which nothing is told: a row of its own is all that it costs. */
    private void write(List<Handling> all) {
        Map<CaseId, CaseClock> clocks = consequences.timed(all);
        List<Handlings.Opened> opened = handlings.open(all);
        consequences.begun(
                opened.stream()
                        .map(fresh -> clocks.get(fresh.id()))
                        .flatMap(Stream::ofNullable)
                        .toList());
        for (Handlings.Opened fresh : opened) {
            LOG.infof("case opened case=%s mode=%s", fresh.number(), fresh.mode());
            comeOn(fresh.id(), fresh.awaited());
        }
    }

    private void comeOn(CaseId customerCase, boolean awaited) {
        if (awaited) {
            cameOn.fire(new CameOn(customerCase));
        }
    }

    /** Triage has judged the case. */
    public Outcome assess(CaseId customerCase, Assessment said, Actor by) {
        return apply(customerCase, (handling, now) -> handling.assess(said, by, now));
    }

    /** Triage has judged the case, and the revisions before this one have not come in time. */
    public Outcome assessAtLast(CaseId customerCase, Assessment said, Actor by) {
        return apply(customerCase, (handling, now) -> handling.assessAtLast(said, by, now));
    }

    /** The customer was asked about the resolution. */
    public Outcome hear(CaseId customerCase, Satisfaction said, Actor by) {
        return apply(customerCase, (handling, now) -> handling.hear(said, by, now, reopenWithin));
    }

    /** The customer asks again. */
    public Outcome urge(CaseId customerCase, Actor by) {
        return apply(customerCase, (handling, now) -> handling.urge(by, now));
    }

    /** The customer takes the case back. */
    public Outcome withdraw(CaseId customerCase, @Nullable String reason, Actor by) {
        return apply(customerCase, (handling, now) -> handling.withdraw(reason, by, now));
    }

    /** Somebody talked with the customer again, which counts while the case is at work. */
    public void contacted(CaseId customerCase, Actor by) {
        opened.flush();
        handlings
                .lock(customerCase)
                .filter(handling -> handling.notYetOver().isEmpty())
                .ifPresent(handling -> consequences.heard(customerCase, by, clock.instant()));
    }

    private Outcome apply(CaseId customerCase, BiFunction<Handling, Instant, Outcome> command) {
        opened.flush();
        return handlings
                .lock(customerCase)
                .map(handling -> apply(handling, command))
                .orElseGet(() -> new Outcome.Premature(Outcome.Awaited.REGISTRATION));
    }

    /** A manager wants a case worked on again whose row the caller holds. */
    Outcome reopen(Handling handling, String reason, Hand hand) {
        return apply(handling, (it, now) -> it.reopen(reason, hand, now, reopenWithin));
    }

    /** Puts a command to a handling whose row the caller holds. */
    Outcome apply(Handling handling, BiFunction<Handling, Instant, Outcome> command) {
        Outcome outcome = command.apply(handling, clock.instant());
        if (outcome instanceof Outcome.Done(HandlingEvent event)) {
            LOG.infof(
                    "case %s case=%s status=%s round=%d unit=%s by=%s",
                    event.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                    event.customerCase().number(),
                    handling.status(),
                    event.round(),
                    event.unit(),
                    event.by().id());
            events.fire(event);
            consequences.of(event);
            if (!handling.asked().isEmpty()) {
                tellTheAsked(handling, event);
            }
            notices.of(event);
            if (event instanceof HandlingEvent.HandedOver
                    || event instanceof HandlingEvent.Reopened) {
                apply(handling, (it, now) -> it.declareProblem(problemAfter, event.by(), now));
            }
            comeOn(handling.id(), handling.isAwaited());
        }
        return outcome;
    }

    /** They are asked as urgently as the case is, and no more when it is over. */
    private void tellTheAsked(Handling handling, HandlingEvent event) {
        if (event instanceof HandlingEvent.Assigned assigned) {
            coHandlings.order(handling.id(), assigned.facts().assessment().priority());
        } else if (event instanceof HandlingEvent.Closed closed) {
            coHandlings.of(handling.id()).stream()
                    .filter(one -> !one.state().isOver())
                    .forEach(one ->
                            apply(
                                    handling,
                                    (it, now) ->
                                            it.coHandle(
                                                    one.withdraw(now), null, closed.by(), now)));
        }
    }
}
