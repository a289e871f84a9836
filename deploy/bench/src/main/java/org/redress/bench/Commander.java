package org.redress.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.concurrent.Executors;
import org.redress.local.Person;
import org.redress.local.Platform;
import org.redress.local.Service;

/** Takes care of every emergency of the load between two measurements, so that none pages on. */
final class Commander {

    private static final String ESCALATIONS = "/api/v1/escalations";
    private static final int WORKERS = 8;

    private final Person commander;

    Commander(Platform platform) {
        commander = platform.person("liu.qiang");
    }

    /**
     * Acknowledges whatever pages.
     *
     * @return how many escalations that was
     */
    int acknowledgeAll() {
        int taken = 0;
        for (var running = running(); !running.isEmpty(); running = running()) {
            try (var pool = Executors.newFixedThreadPool(WORKERS)) {
                for (JsonNode escalation : running) {
                    pool.execute(() -> acknowledge(escalation.path("escalationId").asText()));
                }
            }
            taken += running.size();
        }
        return taken;
    }

    private JsonNode running() {
        return commander
                .get(Service.ESCALATION, ESCALATIONS + "?state=RUNNING&limit=200")
                .orFail("The list of escalations")
                .body()
                .path("items");
    }

    private void acknowledge(String escalation) {
        var answer =
                commander.post(
                        Service.ESCALATION,
                        ESCALATIONS + "/" + escalation + "/acknowledgment",
                        Map.of(),
                        MissingNode.getInstance());
        if (answer.status() != 409) {
            answer.orFail("An acknowledgment");
        }
    }
}
