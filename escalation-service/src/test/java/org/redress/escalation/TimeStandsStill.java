package org.redress.escalation;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.threeten.extra.MutableClock;

/** Time stands still until a test moves it. */
@Dependent
class TimeStandsStill {

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    MutableClock clock() {
        return MutableClock.of(
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }
}
