package org.redress.escalation.watch;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.EscalationPolicy;
import org.redress.escalation.organisation.Matter;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.OrganisationStore;
import org.redress.escalation.organisation.Target;
import org.redress.escalation.organisation.Trigger;
import org.redress.escalation.paging.Escalation;
import org.redress.escalation.paging.Ladder;
import org.redress.escalation.paging.PagingEvent;
import org.redress.platform.due.Wakeup;

/** Folds alarms into alerts and drives these, each in the transaction of what made it do so. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class WatchDesk {

    private static final Logger LOG = Logger.getLogger(WatchDesk.class);

    /** What became of somebody's word that they see to it. */
    public enum Answer {
        TAKEN,
        NOT_PAGED,
        UNKNOWN_ALERT
    }

    private final Alerts alerts;
    private final OrganisationStore organisation;
    private final Event<AlertEvent> events;
    private final Clock clock;
    private final Wakeup wakeup;

    WatchDesk(
            Alerts alerts,
            OrganisationStore organisation,
            Event<AlertEvent> events,
            Clock clock,
            Wakeup wakeup) {
        this.alerts = alerts;
        this.organisation = organisation;
        this.events = events;
        this.clock = clock;
        this.wakeup = wakeup;
    }

    /** Something went wrong: counts it where an alert covers it already, or reaches the watch. */
    public void report(Alarm alarm) {
        Instant now = clock.instant();
        Optional<Alert> covering = alerts.lockLatest(alarm).filter(latest -> latest.covers(now));
        covering.ifPresentOrElse(alert -> alert.again(alarm), () -> open(alarm, now));
    }

    private void open(Alarm alarm, Instant now) {
        Organisation today = organisation.current();
        EscalationPolicy policy =
                today.policyFor(Matter.of(Trigger.ALARM, Severity.CRITICAL), today.root());
        var alert = new Alert(UuidCreator.getTimeOrderedEpoch(), alarm, policy, today.root(), now);
        LOG.errorf(
                "alert raised alert=%s kind=%s service=%s thing=%s reason=%s",
                alert.id(), alert.kind(), alert.service(), alert.thing(), alert.reason());
        List<AlertEvent> begun = alert.begin(ladder(), now);
        alerts.persist(alert);
        begun.forEach(this::tell);
    }

    /** Asks each of these persons whether a page reaches them; nothing is wrong (PL-09). */
    public void test(UnitPath unit, List<PersonId> persons) {
        Instant now = clock.instant();
        for (PersonId person : persons) {
            var policy = TestPage.of(unit, person);
            var alarm = Alarm.ofOurs(Alert.REACHABILITY_TEST, person.value(), TestPage.WHY, null);
            var alert = new Alert(UuidCreator.getTimeOrderedEpoch(), alarm, policy, unit, now);
            List<AlertEvent> begun = alert.begin(TestPage.to(person, unit), now);
            alerts.persist(alert);
            begun.forEach(this::tell);
        }
    }

    /** Nobody took a case although everybody was paged (ES-11). */
    void onExhausted(@Observes PagingEvent.Exhausted exhausted) {
        var escalation = exhausted.escalation();
        report(
                Alarm.ofOurs(
                        Alert.NOBODY_TAKES,
                        escalation.customerCase().number().value(),
                        "%d steps of policy %s, and nobody acknowledged"
                                .formatted(
                                        escalation.policy().steps().size(),
                                        escalation.policy().id()),
                        escalation.customerCase().id().value()));
    }

    /** Somebody has the case: the watch need not see to it any more. */
    void onTaken(@Observes PagingEvent.Acknowledged taken) {
        over(taken);
    }

    /** Nobody needs to have the case: neither does the watch. */
    void onSettled(@Observes PagingEvent.Settled settled) {
        over(settled);
    }

    private void over(PagingEvent event) {
        Escalation escalation = event.escalation();
        if (escalation.wasExhausted()) {
            alerts.lockRunning(Alert.NOBODY_TAKES, escalation.customerCase().number().value())
                    .flatMap(alert -> alert.over(event.by(), event.at()))
                    .ifPresent(this::tell);
        }
    }

    /** Neither who has the duty is there nor anybody above: the last resort says so loudly. */
    void onPaged(@Observes PagingEvent.Paged paged) {
        Escalation escalation = paged.escalation();
        List<String> asked =
                paged.page().rung().in(escalation.policy()).whom().stream()
                        .map(Target::as)
                        .toList();
        String watch = organisation.current().watch();
        if (paged.page().role().equals(watch) && !asked.contains(watch)) {
            report(
                    Alarm.ofOurs(
                            "NOBODY_ON_DUTY",
                            String.join(", ", asked) + " of " + escalation.unit(),
                            "nobody is there, nor any head above; the watch was paged instead",
                            escalation.customerCase().id().value()));
        }
    }

    /** The word of somebody; it counts if they were paged. */
    public Answer acknowledge(UUID alertId, PersonId person) {
        Optional<Alert> found = alerts.lock(alertId);
        if (found.isEmpty()) {
            return Answer.UNKNOWN_ALERT;
        }
        if (!found.get().wasPaged(person)) {
            return Answer.NOT_PAGED;
        }
        found.get().acknowledge(person, clock.instant()).ifPresent(this::tell);
        return Answer.TAKEN;
    }

    /** A page will never arrive: the next person, at once. */
    public void undelivered(UUID alertId, UUID pageId) {
        alerts.lock(alertId).stream()
                .flatMap(alert -> alert.undelivered(pageId, ladder(), clock.instant()).stream())
                .forEach(this::tell);
    }

    /** Nobody has answered in time: the next person of each. */
    public void waited(List<UUID> rows, Instant now) {
        alerts.held(rows).forEach(alert -> alert.waited(ladder(), now).forEach(this::tell));
    }

    private void tell(AlertEvent event) {
        alerts.flush();
        event.alert().nextAt().ifPresent(wakeup::at);
        events.fire(event);
    }

    private Ladder ladder() {
        return Ladder.of(organisation.current());
    }
}
