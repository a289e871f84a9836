package org.redress.platform.due;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Fails when a loop is dead or hangs: then only a new process helps. A loop whose passes fail is
 * alive (the database may be away); it is shown.
 */
@Liveness
@ApplicationScoped
class LoopsLiveness implements HealthCheck {

    private final Loops loops;

    LoopsLiveness(Loops loops) {
        this.loops = loops;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("loops").up();
        for (var loop : loops.running()) {
            var ailment = loop.ailment();
            if (ailment.isPresent()) {
                answer.down();
            }
            answer.withData(
                    loop.name(),
                    ailment.orElseGet(() ->
                            loop.failingSince()
                                    .map(since -> "fails since " + since)
                                    .orElse("runs")));
        }
        return answer.build();
    }
}
