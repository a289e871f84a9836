package org.redress.platform.web;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Counts for each door how many requests were answered within a second. */
final class MeasuredTimes {

    private static final double A_SECOND = Duration.ofSeconds(1).toNanos();

    @Produces
    @Singleton
    MeterFilter withinASecond() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(
                    Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals("http.server.requests")
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(A_SECOND)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }
}
