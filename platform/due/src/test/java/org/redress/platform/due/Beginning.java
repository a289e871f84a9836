package org.redress.platform.due;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import org.threeten.extra.MutableClock;

/** Where time stands until a test moves it. */
@Dependent
final class Beginning {

    static final Instant BEGINNING = Instant.parse("2026-11-24T08:00:00Z");

    @Produces
    @Singleton
    static MutableClock clock() {
        return MutableClock.of(BEGINNING, ZoneOffset.UTC);
    }
}
