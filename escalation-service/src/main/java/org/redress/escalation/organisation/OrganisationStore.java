package org.redress.escalation.organisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.redress.platform.messaging.Alarms;

/**
 * The organisation that holds, as it stands in the database now: each replica looks every two
 * seconds whether it has changed. With an empty database it is read from the file first.
 */
@Singleton
@Startup
public class OrganisationStore {

    private static final Logger LOG = Logger.getLogger(OrganisationStore.class);
    private static final String DATABASE = "database";

    private record Held(long version, Organisation organisation) {}

    private final OrganisationTables tables;
    private final Alarms alarms;
    private final ZoneId zone;
    private volatile Held held;
    private volatile long refused;

    OrganisationStore(
            OrganisationTables tables,
            OrganisationSource source,
            Clock clock,
            Alarms alarms,
            @ConfigProperty(name = "redress.zone") ZoneId zone) {
        this.tables = tables;
        this.alarms = alarms;
        this.zone = zone;
        this.held =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            tables.lock();
                            if (tables.isEmpty()) {
                                write(source, clock);
                            }
                            return read(tables.version());
                        });
    }

    private void write(OrganisationSource source, Clock clock) {
        OrganisationFile file = source.read();
        OrganisationCheck.check(source.name(), file, zone);
        tables.write(file, clock.instant());
        LOG.infof(
                "organisation loaded file=%s units=%d persons=%d policies=%d",
                source.name(), file.units().size(), file.persons().size(), file.policies().size());
    }

    /** Read after its version: what changes in between is read once more. */
    private Held read(long version) {
        return new Held(version, OrganisationCheck.check(DATABASE, tables.read(), zone));
    }

    public Organisation current() {
        return held.organisation();
    }

    /**
     * Reads anew what has changed. What is not valid doesn't hold: the organisation before it goes
     * on, so that a slip in the roster leaves nobody unreached.
     */
    @Scheduled(
            every = "${redress.organisation.look-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void catchUp() {
        try {
            if (isNews(tables.version())) {
                QuarkusTransaction.requiringNew().run(this::readWhatChanged);
            }
        } catch (RuntimeException away) {
            LOG.debugf(away, "organisation not looked at; the one before holds");
        }
    }

    private boolean isNews(long version) {
        return version != held.version() && version != refused;
    }

    private void readWhatChanged() {
        long version = tables.version();
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
