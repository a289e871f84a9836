package org.redress.platform.messaging;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * How each channel is doing. Neither liveness nor readiness: a new process would fail at the same
 * event, and the service's doors are open meanwhile.
 */
@Wellness
@ApplicationScoped
class ChannelsWellness implements HealthCheck {

    private final Channels channels;

    ChannelsWellness(Channels channels) {
        this.channels = channels;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("channels").up();
        for (var channel : channels.all()) {
            var trying = channel.trying();
            answer.withData(channel.name(), trying == null ? "runs" : told(trying));
            if (channels.isUnwell(channel)) {
                answer.down();
            }
        }
        return answer.build();
    }

    private static String told(Channel.Trying trying) {
        return "%s since %s: %s"
                .formatted(trying.stopped() ? "stopped" : "tries", trying.since(), trying.reason());
    }
}
