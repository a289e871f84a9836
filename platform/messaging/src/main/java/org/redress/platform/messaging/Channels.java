package org.redress.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The channels of the service and how each is doing; alarms when one does not get on, and shows it
 * in the metric {@code channel.unwell}.
 */
@ApplicationScoped
class Channels {

    private static final Logger LOG = Logger.getLogger(Channels.class);

    private final Clock clock;
    private final Alarms alarms;
    private final MeterRegistry metrics;
    private final Duration patience;
    private final Map<String, Channel> channels = new ConcurrentSkipListMap<>();

    Channels(
            Clock clock,
            Alarms alarms,
            MeterRegistry metrics,
            @ConfigProperty(name = "messaging.inbox.patience") Duration patience) {
        this.clock = clock;
        this.alarms = alarms;
        this.metrics = metrics;
        this.patience = patience;
    }

    Channel of(String name) {
        return channels.computeIfAbsent(name, this::shown);
    }

    private Channel shown(String name) {
        Gauge.builder("channel.unwell", this, all -> all.isUnwell(all.of(name)) ? 1 : 0)
                .description("Whether the channel has stopped, or tries one event for too long")
                .tag("channel", name)
                .register(metrics);
        return new Channel(name);
    }

    Collection<Channel> all() {
        return channels.values();
    }

    /** Something is tried again; alarms when that has been so for long. */
    void tries(Channel channel, String reason, @Nullable UUID caseId) {
        var trying = channel.tries(reason, clock.instant());
        if (isTooLong(trying)) {
            alarms.report(
                    "CHANNEL_STOPPED",
                    channel.name(),
                    "tries since %s: %s".formatted(trying.since(), reason),
                    caseId);
        }
    }

    /** Everything fails: nothing more is buried until something succeeds. */
    void stops(Channel channel, String reason, @Nullable UUID caseId) {
        LOG.errorf("channel stopped channel=%s reason=%s", channel.name(), reason);
        channel.stops(reason, clock.instant());
        alarms.report(
                "CHANNEL_STOPPED", channel.name(), "different events fail: " + reason, caseId);
    }

    void goesOn(Channel channel) {
        if (channel.trying() != null) {
            LOG.infof("channel goes on channel=%s", channel.name());
        }
        channel.goesOn();
    }

    /** Whether somebody should know. */
    boolean isUnwell(Channel channel) {
        var trying = channel.trying();
        return trying != null && (trying.stopped() || isTooLong(trying));
    }

    private boolean isTooLong(Channel.Trying trying) {
        return trying.since().plus(patience).isBefore(clock.instant());
    }
}
