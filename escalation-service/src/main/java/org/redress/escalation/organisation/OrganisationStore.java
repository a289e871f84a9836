package org.redress.escalation.organisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The organisation that holds. With an empty database it is read from the file first; ever after it
 * comes from the database.
 */
@Singleton
@Startup
public class OrganisationStore {

    private static final Logger LOG = Logger.getLogger(OrganisationStore.class);

    private final Organisation current;

    OrganisationStore(
            OrganisationTables tables,
            OrganisationSource source,
            Clock clock,
            @ConfigProperty(name = "redress.zone", defaultValue = "Asia/Shanghai") ZoneId zone) {
        current =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            tables.lock();
                            if (tables.isEmpty()) {
                                OrganisationFile file = source.read();
                                OrganisationCheck.check(source.name(), file, zone);
                                tables.write(file, clock.instant());
                                LOG.infof(
                                        "organisation loaded file=%s units=%d persons=%d policies=%d",
                                        source.name(),
                                        file.units().size(),
                                        file.persons().size(),
                                        file.policies().size());
                            }
                            return OrganisationCheck.check("database", tables.read(), zone);
                        });
    }

    public Organisation current() {
        return current;
    }
}
