package org.redress.platform.messaging;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;

/** The beans that a service would otherwise declare for itself. */
class MessagingBeans {

    private static final Duration DATABASE_PRECISION = Duration.ofNanos(1_000);

    /** SQL over the service's database; inside a JTA transaction it is part of it. */
    @Produces
    @Singleton
    @DefaultBean
    Jdbi jdbi(DataSource dataSource) {
        var jdbi = Jdbi.create(dataSource);
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        return jdbi;
    }

    /** UTC, in microseconds: what is read back from the database equals what was written. */
    @Produces
    @Singleton
    @DefaultBean
    Clock clock(RehearsalSettings rehearsal) {
        var wall = Clock.tick(Clock.systemUTC(), DATABASE_PRECISION);
        return rehearsal.ahead().<Clock>map(file -> new RehearsalClock(wall, file)).orElse(wall);
    }
}
