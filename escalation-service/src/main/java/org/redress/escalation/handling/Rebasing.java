package org.redress.escalation.handling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CasesAtHand;
import org.redress.escalation.clocks.Clocks;
import org.redress.escalation.organisation.OrganisationStore;
import org.redress.platform.due.DueRows;
import org.redress.platform.messaging.Alarms;

/**
 * Puts what runs on the rules and calendars of today, case by case, after they were changed (ADR
 * 15). What is still to be done stands on the clocks' rows, so that it goes on after a crash and
 * any number of replicas share it.
 */
@ApplicationScoped
public class Rebasing implements DueRows {

    private static final Logger LOG = Logger.getLogger(Rebasing.class);

    /** A replica that has not heard of a version yet may still start a clock by the one before. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final Handlings handlings;
    private final Clocks clocks;
    private final CasesAtHand atHand;
    private final OrganisationStore organisation;
    private final Alarms alarms;
    private final Clock clock;
    private final Map<UUID, Instant> putOff = new HashMap<>();
    private long done;
    private Instant lookAgainAt = Instant.EPOCH;

    Rebasing(
            Handlings handlings,
            Clocks clocks,
            CasesAtHand atHand,
            OrganisationStore organisation,
            Alarms alarms,
            Clock clock) {
        this.handlings = handlings;
        this.clocks = clocks;
        this.atHand = atHand;
        this.organisation = organisation;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "clock_rebase";
    }

    @Override
    public synchronized List<UUID> due(Instant now, int limit) {
        if (!isPending() && now.isBefore(lookAgainAt)) {
            return List.of();
        }
        long version = organisation.current().version();
        putOff.values().removeIf(until -> !until.isAfter(now));
        List<UUID> behind =
                clocks.behind(limit + putOff.size()).stream()
                        .map(CaseId::value)
                        .filter(id -> !putOff.containsKey(id))
                        .toList();
        if (behind.isEmpty()) {
            done = version;
            lookAgainAt = now.plus(LOOK_AGAIN);
        }
        return behind;
    }

    private boolean isPending() {
        return organisation.current().version() != done;
    }

    /** Whoever holds a case is not waited for. */
    @Override
    public int fire(List<UUID> cases, Instant now) {
        List<CaseId> held = handlings.hold(cases);
        atHand.add(held);
        for (CaseId id : held) {
            if (!clocks.rebase(handlings.lock(id).orElseThrow().facts(), now)) {
                postpone(id.value(), now, now.plus(LOOK_AGAIN));
            }
        }
        if (!held.isEmpty()) {
            LOG.infof(
                    "clocks put on version=%d cases=%d",
                    organisation.current().version(), held.size());
        }
        return held.size();
    }

    @Override
    public synchronized boolean postpone(UUID customerCase, Instant now, Instant until) {
        putOff.put(customerCase, until);
        return true;
    }

    @Override
    public void wasPutOff(UUID customerCase, Throwable failure) {
        alarms.report(
                "NOT_FIRED",
                name(),
                "a clock stays on rules that hold no more: " + failure.getClass().getSimpleName(),
                null);
    }

    /** What is behind has no instant of its own: it is as good as any. */
    @Override
    public synchronized Optional<Instant> next() {
        return Optional.of(isPending() ? clock.instant() : lookAgainAt);
    }

    @Override
    public int rank() {
        return 2;
    }
}
