package org.redress.escalation.organisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.redress.escalation.cases.Actor;
import org.redress.platform.messaging.Alarms;

/**
 * The organisation that holds: the newest version in the database, for which each replica looks
 * every two seconds. The first is read from the file, or from the tables of before there were
 * versions.
 */
@Singleton
@Startup
public class OrganisationStore {

    private static final Logger LOG = Logger.getLogger(OrganisationStore.class);
    private static final String DATABASE = "database";
    private static final Actor START = Actor.rule("organisation");

    private final OrganisationVersions versions;
    private final Event<OrganisationChanged> changes;
    private final Clock clock;
    private final Alarms alarms;
    private final ZoneId zone;
    private volatile Organisation held;
    private volatile Organisation earlier;
    private volatile long refused;

    OrganisationStore(
            OrganisationVersions versions,
            OrganisationTables tables,
            OrganisationSource source,
            Event<OrganisationChanged> changes,
            Clock clock,
            Alarms alarms,
            @ConfigProperty(name = "redress.zone") ZoneId zone) {
        this.versions = versions;
        this.changes = changes;
        this.clock = clock;
        this.alarms = alarms;
        this.zone = zone;
        this.held =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            versions.lock();
                            long newest = versions.newest();
                            return newest == 0 ? first(tables, source) : read(newest);
                        });
        this.earlier = held;
    }

    private Organisation first(OrganisationTables tables, OrganisationSource source) {
        Optional<Document> before = tables.read();
        String from = before.isPresent() ? DATABASE : source.name();
        Document document = before.orElseGet(source::read);
        Instant now = clock.instant();
        Organisation organisation = OrganisationCheck.check(from, 1, document, zone, now);
        add(
                new OrganisationVersion(1, document, now, START.id(), from, List.of()),
                new OrganisationChanged(null, organisation, START, now));
        LOG.infof(
                "organisation loaded file=%s units=%d persons=%d policies=%d",
                from,
                document.units().size(),
                document.persons().size(),
                document.policies().size());
        return organisation;
    }

    public Organisation current() {
        return held;
    }

    /**
     * The organisation of that version; the one that holds for 0, before there were versions. Of
     * the earlier ones the last that was asked for is kept.
     */
    public Organisation at(long version) {
        Organisation now = held;
        if (version == 0 || version == now.version()) {
            return now;
        }
        Organisation then = earlier;
        if (version != then.version()) {
            then = read(version);
            earlier = then;
        }
        return then;
    }

    /** The version since which clocks are timed as they are now. */
    public long termsSince() {
        return versions.termsSince(held.version());
    }

    /**
     * The organisation that the document would be as the next version.
     *
     * @throws InvalidOrganisation with every mistake
     */
    public Organisation next(Document document) {
        return OrganisationCheck.check(
                "organisation", held.version() + 1, document, zone, clock.instant());
    }

    /**
     * The organisation as it was when that version came into force.
     *
     * @throws InvalidOrganisation if it was none
     */
    public Organisation as(OrganisationVersion version) {
        return OrganisationCheck.check(
                DATABASE, version.version(), version.document(), zone, version.inForceAt());
    }

    /**
     * Makes it hold, and tells so, in the caller's transaction; see {@link #catchUp} afterwards.
     *
     * @return false if another one holds meanwhile
     */
    public boolean add(OrganisationVersion version, OrganisationChanged told) {
        Document before = told.before();
        boolean timesAnew = before == null || !before.timesAs(version.document());
        boolean added = versions.add(version, timesAnew);
        if (added) {
            changes.fire(told);
        }
        return added;
    }

    private Organisation read(long version) {
        return as(versions.find(version).orElseThrow());
    }

    /**
     * Reads anew what has changed. What is not valid doesn't hold: the organisation before it goes
     * on, so that a slip leaves nobody unreached.
     */
    @Scheduled(
            every = "${redress.organisation.look-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void catchUp() {
        try {
            long newest = versions.newest();
            if (newest > held.version() && newest != refused) {
                readNewest(newest);
            }
        } catch (RuntimeException away) {
            LOG.debugf(away, "organisation not looked at; the one before holds");
        }
    }

    private void readNewest(long version) {
        try {
            held = read(version);
            LOG.infof("organisation changed version=%d", version);
        } catch (InvalidOrganisation | IllegalArgumentException | IllegalStateException wrong) {
            refused = version;
            LOG.errorf(wrong, "organisation not valid, the one before holds version=%d", version);
            alarms.report(
                    "ORGANISATION_INVALID",
                    "version " + version,
                    "the organisation was changed into something invalid; the one before holds",
                    null);
        }
    }
}
