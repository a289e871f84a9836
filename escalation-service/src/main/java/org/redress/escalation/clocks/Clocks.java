package org.redress.escalation.clocks;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.CasesAtHand;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.clocks.ledger.Booking;
import org.redress.escalation.clocks.ledger.Cause.Pause;
import org.redress.escalation.clocks.ledger.Explanation;
import org.redress.escalation.clocks.ledger.Ledger;
import org.redress.escalation.clocks.ledger.Sentence;
import org.redress.escalation.clocks.ledger.Terms;
import org.redress.escalation.organisation.Deadline;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.OrganisationStore;
import org.redress.escalation.regulation.Packs;
import org.redress.platform.due.Wakeup;

/** Starts and stops the promises of a case, in the transaction of what started or stopped them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Clocks {

    private static final Comparator<CaseClock> BY_DUE =
            Comparator.comparing(clock -> clock.deadline().dueAt());

    private static final Actor ORGANISATION = Actor.rule("organisation");

    private final ClockTable table;
    private final Ledgers ledgers;
    private final ZoneId zone;
    private final OrganisationStore organisation;
    private final Event<ClockEvent> events;
    private final Wakeup wakeup;
    private final CasesAtHand atHand;
    private final TransactionSynchronizationRegistry transaction;

    /** Under this the transaction keeps the clocks of a case that nothing has stopped. */
    private record OpenOf(CaseId customerCase) {}

    Clocks(
            ClockTable table,
            Ledgers ledgers,
            @ConfigProperty(name = "redress.zone") ZoneId zone,
            OrganisationStore organisation,
            Event<ClockEvent> events,
            Wakeup wakeup,
            CasesAtHand atHand,
            TransactionSynchronizationRegistry transaction) {
        this.table = table;
        this.ledgers = ledgers;
        this.zone = zone;
        this.organisation = organisation;
        this.events = events;
        this.wakeup = wakeup;
        this.atHand = atHand;
        this.transaction = transaction;
    }

    /** The clock that a case has until it is judged, if a rule has one for it; not begun yet. */
    public Optional<CaseClock> ofTriage(CaseFacts facts, Instant now) {
        return clock(ClockName.TRIAGE, facts, now);
    }

    /** Clocks of cases that were just opened begin; their rows say already when they are due. */
    public void begin(List<CaseClock> opened) {
        table.insert(opened);
        opened.forEach(clock -> clock.nextAt().ifPresent(wakeup::at));
    }

    /**
     * The case is judged: every promise of the first round begins now.
     *
     * @return whether somebody may be being reached because nobody had judged it
     */
    public boolean startFirstRound(CaseFacts facts, Actor by, Instant now) {
        Optional<CaseClock> triage = running(facts.ref().id(), ClockName.TRIAGE, null);
        meet(facts.ref().id(), ClockName.TRIAGE, null, by, now);
        start(round(facts, now));
        return triage.filter(clock -> clock.state() != CaseClock.State.RUNNING).isPresent();
    }

    private List<CaseClock> round(CaseFacts facts, Instant now) {
        List<CaseClock> byLaw =
                facts.round() == 1
                        ? Regulation.of(facts, List.of(), organisation.current(), now).begin()
                        : List.of();
        return Stream.concat(
                        ClockName.OF_A_ROUND.stream()
                                .flatMap(name -> clock(name, facts, now).stream()),
                        byLaw.stream())
                .toList();
    }

    /** The promises that would begin with a round of such a case; none of them does. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<ClockView> ofRound(CaseFacts facts, Instant now) {
        return round(facts, now).stream().map(ClockView::of).toList();
    }

    /** What laws time of a case that is another one than before, or under other rules. */
    private void regulate(CaseFacts facts, Instant now) {
        Organisation today = organisation.current();
        if (today.isRegulated() || open(facts.ref().id()).stream().anyMatch(CaseClock::isByLaw)) {
            Regulation regulation = Regulation.of(facts, table.all(facts.ref().id()), today, now);
            change(regulation.end().stream().map(clock -> clock.end(now)).toList());
            start(regulation.begin());
        }
    }

    /** Every promise of a further round begins now; those of the one before end. */
    public void startRound(CaseFacts facts, Instant now) {
        endAll(facts.ref().id(), now);
        start(round(facts, now));
    }

    /** Another unit has to receive the case; the other promises go on, and go with it. */
    public void move(CaseFacts facts, Instant now) {
        change(
                open(facts.ref().id()).stream()
                        .map(clock ->
                                clock.name() == ClockName.UNIT_RECEIPT
                                        ? clock.end(now)
                                        : clock.in(facts.unit()))
                        .toList());
        start(clock(ClockName.UNIT_RECEIPT, facts, now).stream().toList());
        tighten(facts, now);
    }

    /** A graver case gets earlier deadlines, where the new terms give them; never later ones. */
    public void tighten(CaseFacts facts, Instant now) {
        for (CaseClock clock : open(facts.ref().id())) {
            CaseFacts its = clock.reference() == null ? facts : facts.in(clock.unit());
            if (!clock.isByLaw()) {
                deadline(clock.name(), its, now)
                        .ifPresent(byRule -> tighten(clock, its, byRule, now));
            }
        }
        regulate(facts, now);
    }

    private void tighten(CaseClock clock, CaseFacts facts, Deadline byRule, Instant now) {
        CaseClock anew = clock(clock.name(), facts, byRule).of(clock.reference());
        if (clock.state() == CaseClock.State.PAUSED) {
            book(clock, (paused, ledger) -> tighten(paused, ledger, byRule, now));
        } else if (anew.isSoonerThan(clock)) {
            change(List.of(clock.end(now)));
            start(List.of(anew));
        }
    }

    /** What waits goes on waiting; if it were resumed now, it would be due by the new terms. */
    private Answer tighten(CaseClock clock, Ledger ledger, Deadline byRule, Instant now) {
        Terms terms = ledgers.terms(byRule);
        Instant ifResumed = ledger.terms().calendar().dueAt(now, ledger.remaining(now));
        Duration budget = ledger.spent(now).plus(terms.budget());
        return byRule.dueAt().isBefore(ifResumed)
                ? clock.rebase(
                        ledger,
                        new Terms(budget, terms.calendar(), terms.organisation()),
                        Actor.rule("clocks"),
                        now)
                : new Answer.Refused(new Booking.SameTerms());
    }

    /**
     * The customer was promised another time. What was promised before and is broken by now stays
     * so, and another clock begins for what is promised now.
     */
    public void promise(CaseFacts facts, ClockName name, Actor by, Instant now) {
        open(facts.ref().id()).stream()
                .filter(clock -> clock.name() == name)
                .map(clock -> upToDate(clock, now))
                .forEach(clock -> {
                    if (clock.state() == CaseClock.State.BREACHED) {
                        change(List.of(clock.end(now)));
                        start(clock(name, facts, now).stream().toList());
                    } else {
                        keep(
                                List.of(
                                        clock.promise(
                                                ledgers.of(clock), facts.promised(name), by, now)));
                    }
                });
    }

    /**
     * A clock begins now, or goes on if it runs already.
     *
     * @param facts of the case; in the unit whose clock it is
     * @param reference what it is of, where a case may have several of the name
     * @return empty if no rule has one for the case
     */
    public Optional<ClockView> start(
            ClockName name, CaseFacts facts, @Nullable String reference, Instant now) {
        return running(facts.ref().id(), name, reference)
                .or(() -> {
                    Optional<CaseClock> begun =
                            clock(name, facts, now).map(clock -> clock.of(reference));
                    start(begun.stream().toList());
                    return begun;
                })
                .map(ClockView::of);
    }

    /** What the clock of this reference was for has been done; nothing if none runs. */
    public void meet(
            CaseId customerCase,
            ClockName name,
            @Nullable String reference,
            Actor by,
            Instant now) {
        keep(
                running(customerCase, name, reference).stream()
                        .map(clock -> clock.meet(by, now))
                        .toList());
    }

    /** Nobody waits for what the clock of this reference was for; nothing if none runs. */
    public void end(CaseId customerCase, ClockName name, @Nullable String reference, Instant now) {
        change(
                running(customerCase, name, reference).stream()
                        .map(clock -> clock.end(now))
                        .toList());
    }

    /** What was to be done was done, and is to be done again: the clock of the name begins anew. */
    public void restart(ClockName name, CaseFacts facts, Actor by, Instant now) {
        meet(facts.ref().id(), name, null, by, now);
        start(name, facts, null, now);
    }

    private Optional<CaseClock> running(
            CaseId customerCase, ClockName name, @Nullable String reference) {
        return open(customerCase).stream()
                .filter(clock ->
                        clock.name() == name && Objects.equals(clock.reference(), reference))
                .findFirst();
    }

    /** The case of a clock. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<CaseRef> caseOf(UUID id) {
        return table.find(id).map(CaseClock::customerCase);
    }

    /** Somebody else has to do something first: nothing counts until it is resumed (ES-43). */
    public Answer pause(UUID id, Pause reason, @Nullable String note, Actor by, Instant now) {
        return command(
                id,
                now,
                (clock, ledger) ->
                        clock.isByLaw()
                                ? clock.byLaw(now)
                                : clock.pause(ledger, reason, note, by, now));
    }

    /** Time counts again. */
    public Answer resume(UUID id, Actor by, Instant now) {
        return command(id, now, (clock, ledger) -> clock.resume(ledger, by, now));
    }

    /**
     * It may take longer than the rule says; before it is due only. What a law times gets what the
     * law allows, once.
     */
    public Answer extend(UUID id, Duration more, String reason, Actor by, Instant now) {
        return command(
                id,
                now,
                (clock, ledger) ->
                        clock.isByLaw() && !Regulation.allows(clock, ledger, more)
                                ? clock.byLaw(now)
                                : clock.extend(ledger, more, reason, by, now));
    }

    /** Puts a command to a clock of a case whose row the caller holds. */
    private Answer command(UUID id, Instant now, BiFunction<CaseClock, Ledger, Answer> command) {
        CaseClock found = table.find(id).orElseThrow();
        return open(found.customerCase().id()).stream()
                .filter(clock -> clock.id().equals(id))
                .findFirst()
                .map(clock -> upToDate(clock, now))
                .map(clock -> book(clock, command))
                .orElseGet(() -> new Answer.Over(found.state()));
    }

    private Answer book(CaseClock clock, BiFunction<CaseClock, Ledger, Answer> command) {
        Answer answer = command.apply(clock, ledgers.of(clock));
        if (answer instanceof Answer.Done(CaseClock.Change change, Ledger ledger)) {
            if (ledger.segments().size() > 1) {
                ledgers.write(clock.id(), ledger);
            }
            keep(List.of(change));
        }
        return answer;
    }

    /** Cases with a clock that has not been looked at since its rules or calendars were changed. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Set<CaseId> behind(int limit) {
        return behind(organisation.termsSince(), limit);
    }

    /** Cases with a clock that was last looked at by a version before that one. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Set<CaseId> behind(long version, int limit) {
        return table.behind(version, limit);
    }

    /**
     * Puts the clocks of a case on what the organisation says of it now. What has run stays run,
     * what is broken by now stays so; a clock that has had its time already is due at once.
     *
     * @return whether all of them are; one that began a moment ahead of this replica's time is not
     */
    public boolean rebase(CaseFacts facts, Instant now) {
        Organisation today = organisation.current();
        for (CaseClock open : open(facts.ref().id())) {
            if (open.isBehind(today.version())) {
                CaseClock clock = upToDate(open, now);
                if (clock.state() != CaseClock.State.BREACHED) {
                    book(
                            clock,
                            (one, ledger) -> {
                                if (today.calendar(ledger.terms().calendar().name()) == null) {
                                    // Its row alone could not tell it any more.
                                    ledgers.write(one.id(), ledger);
                                }
                                return rebase(one, ledger, facts, today, now);
                            });
                }
            }
        }
        regulate(facts, now);
        return open(facts.ref().id()).stream()
                .noneMatch(clock -> clock.isBehind(organisation.termsSince()));
    }

    /** Which clocks of the cases would be due at another time by that organisation. */
    public List<DueThen> dueThen(List<CaseFacts> cases, Organisation then, Instant now) {
        Map<CaseId, List<CaseClock>> all =
                table.every(cases.stream().map(facts -> facts.ref().id()).toList());
        Map<UUID, Ledger> kept =
                ledgers.of(
                        all.values().stream()
                                .flatMap(List::stream)
                                .filter(clock -> clock.isBehind(then.version()))
                                .toList());
        return cases.stream()
                .flatMap(facts -> dueThen(facts, all.get(facts.ref().id()), kept, then, now))
                .toList();
    }

    private Stream<DueThen> dueThen(
            CaseFacts facts,
            List<CaseClock> all,
            Map<UUID, Ledger> kept,
            Organisation then,
            Instant now) {
        Regulation regulation = Regulation.of(facts, all, then, now);
        Stream<DueThen> moved =
                all.stream()
                        .filter(clock ->
                                clock.isBehind(then.version())
                                        && clock.nextAt().filter(now::isAfter).isEmpty()
                                        && !regulation.end().contains(clock))
                        .flatMap(clock -> dueThen(clock, kept.get(clock.id()), facts, then, now));
        return Stream.of(
                        moved,
                        regulation.begin().stream().map(DueThen::begins),
                        regulation.end().stream().map(DueThen::ends))
                .flatMap(due -> due);
    }

    private Stream<DueThen> dueThen(
            CaseClock clock, Ledger ledger, CaseFacts facts, Organisation then, Instant now) {
        return rebase(clock, ledger, facts, then, now)
                                instanceof Answer.Done(CaseClock.Change change, Ledger rebased)
                        && !change.events().isEmpty()
                ? Stream.of(
                                DueThen.of(
                                        clock,
                                        clock.dueIfResumed(ledger, now),
                                        change.clock().dueIfResumed(rebased, now)))
                        .filter(DueThen::differs)
                : Stream.empty();
    }

    private Answer rebase(
            CaseClock clock, Ledger ledger, CaseFacts facts, Organisation today, Instant now) {
        Organisation then = organisation.at(ledger.terms().organisation());
        Rebase next =
                Rebase.of(
                        clock,
                        ledger,
                        deadline(then, clock, facts),
                        deadline(today, clock, facts),
                        today);
        return clock.rebase(ledger, next, today.version(), ORGANISATION, now);
    }

    /** How it came about when a clock is due, in sentences. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Explained> explain(UUID id) {
        return table.find(id)
                .map(clock -> new Explained(ClockView.of(clock), clock.unit(), explanation(clock)));
    }

    private List<Sentence> explanation(CaseClock clock) {
        Stream<Sentence> law =
                Stream.ofNullable(clock.isByLaw() ? clock.reference() : null)
                        .flatMap(reference -> Packs.SHIPPED.law(reference).stream())
                        .flatMap(found -> found.words().stream())
                        .map(words -> new Sentence(words.zh(), words.en()));
        return Stream.concat(
                        law, Explanation.of(ledgers.of(clock), clock.promisedAt(), zone).stream())
                .toList();
    }

    /** A clock and how it came to be due when it is. */
    public record Explained(ClockView clock, UnitPath unit, List<Sentence> sentences) {}

    /** With what the timer would have told by now, had it looked. */
    private CaseClock upToDate(CaseClock clock, Instant now) {
        Optional<CaseClock.Change> due = clock.fire(now);
        keep(due.stream().toList());
        return due.map(CaseClock.Change::clock).orElse(clock);
    }

    /** What was promised has been done. */
    public void meet(CaseId customerCase, Set<ClockName> names, Actor by, Instant now) {
        keep(
                open(customerCase).stream()
                        .filter(clock -> names.contains(clock.name()))
                        .map(clock -> clock.meet(by, now))
                        .toList());
    }

    /** Nobody waits for anything any more. */
    public void endAll(CaseId customerCase, Instant now) {
        change(open(customerCase).stream().map(clock -> clock.end(now)).toList());
    }

    /** Nobody waits for that any more, of whatever it is. */
    public void endAll(CaseId customerCase, ClockName name, Instant now) {
        change(
                open(customerCase).stream()
                        .filter(clock -> clock.name() == name)
                        .map(clock -> clock.end(now))
                        .toList());
    }

    /** Every promise made about the case, in the order in which they were made. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<ClockView> of(CaseId customerCase) {
        return table.all(customerCase).stream().map(ClockView::of).toList();
    }

    /**
     * The promise that counts now: that of the name, or the one that falls due next, or else the
     * one that was broken last. Empty when nothing is promised any more.
     */
    public Optional<ClockView> thatCounts(CaseId customerCase, @Nullable ClockName name) {
        List<CaseClock> open = open(customerCase);
        return open.stream()
                .filter(clock ->
                        name == null
                                ? clock.state() != CaseClock.State.BREACHED
                                : clock.name() == name)
                .min(BY_DUE)
                .or(() -> open.stream().max(BY_DUE))
                .map(ClockView::of);
    }

    /** The promise that falls due first of those that nothing has kept, broken ones among them. */
    public Optional<ClockView> dueNext(CaseId customerCase) {
        return open(customerCase).stream().min(BY_DUE).map(ClockView::of);
    }

    /** Whether a promise of the case is paused until the customer has done something. */
    public boolean waitsForCustomer(CaseId customerCase) {
        return open(customerCase).stream().anyMatch(clock -> clock.waitsFor() == Pause.CUSTOMER);
    }

    /** What the transaction knows of, or else what the table has of the cases at hand. */
    private List<CaseClock> open(CaseId customerCase) {
        List<CaseClock> known = known(customerCase);
        return known == null ? read(customerCase) : known;
    }

    @SuppressWarnings("unchecked") // Nobody else keeps anything under this key.
    private @Nullable List<CaseClock> known(CaseId customerCase) {
        return (List<CaseClock>) transaction.getResource(new OpenOf(customerCase));
    }

    private List<CaseClock> read(CaseId customerCase) {
        Set<CaseId> together = atHand.readWith(customerCase, Clocks.class);
        Map<CaseId, List<CaseClock>> open = table.open(together);
        for (CaseId each : together) {
            transaction.putResource(new OpenOf(each), open.getOrDefault(each, List.of()));
        }
        return open.getOrDefault(customerCase, List.of());
    }

    /** Warns of promises and tells of broken ones, as their time has come. */
    public void fire(List<UUID> rows, Instant now) {
        List<CaseClock> due = table.of(rows);
        atHand.add(due.stream().map(clock -> clock.customerCase().id()).toList());
        keep(due.stream().map(clock -> clock.fireOrRest(now)).toList());
    }

    /** Writes the changes and then tells them: what follows a breach finds it written. */
    private void keep(List<CaseClock.Change> changes) {
        change(changes.stream().map(CaseClock.Change::clock).toList());
        for (CaseClock.Change change : changes) {
            change.clock().nextAt().ifPresent(wakeup::at);
            change.events().forEach(events::fire);
        }
    }

    /** A clock that begins now; none if no rule has one for the case. */
    private Optional<CaseClock> clock(ClockName name, CaseFacts facts, Instant now) {
        return deadline(name, facts, now).map(byRule -> clock(name, facts, byRule));
    }

    private static CaseClock clock(ClockName name, CaseFacts facts, Deadline byRule) {
        return CaseClock.start(UuidCreator.getTimeOrderedEpoch(), facts, name, byRule);
    }

    private Optional<Deadline> deadline(ClockName name, CaseFacts facts, Instant now) {
        return deadline(organisation.current(), name, facts, now);
    }

    /** What an organisation says of a clock that has begun. */
    private static Optional<Deadline> deadline(Organisation of, CaseClock clock, CaseFacts facts) {
        CaseFacts its = facts.in(clock.unit());
        return of.rule(clock.name(), clock.reference(), its)
                .map(rule -> of.deadline(rule, its, clock.deadline().startedAt()));
    }

    private static Optional<Deadline> deadline(
            Organisation of, ClockName name, CaseFacts facts, Instant start) {
        return of.rule(name, facts).map(rule -> of.deadline(rule, facts, start));
    }

    private void change(List<CaseClock> clocks) {
        clocks.forEach(this::keepInMind);
        table.update(clocks);
    }

    /** What the transaction knows of a case stays true, so that it need not read it again. */
    private void keepInMind(CaseClock changed) {
        CaseId customerCase = changed.customerCase().id();
        List<CaseClock> known = known(customerCase);
        if (known != null) {
            transaction.putResource(
                    new OpenOf(customerCase),
                    Stream.concat(
                                    known.stream()
                                            .filter(other -> !other.id().equals(changed.id())),
                                    Stream.of(changed).filter(clock -> clock.stoppedAt() == null))
                            .sorted(Comparator.comparing(CaseClock::id))
                            .toList());
        }
    }

    private void start(List<CaseClock> clocks) {
        clocks.forEach(this::keepInMind);
        table.insert(clocks);
        for (CaseClock clock : clocks) {
            clock.nextAt().ifPresent(wakeup::at);
            events.fire(new ClockEvent.Started(clock));
        }
    }
}
