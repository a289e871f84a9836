package org.redress.bench;

import java.util.Arrays;
import java.util.List;
import org.redress.local.Service;

/** The services one by one: what they hold, and how soon they are there. */
final class Services {

    private Services() {}

    static List<Figure> memory(Stand stand) {
        return memory(stand, "idle", 250);
    }

    /** Resident memory of each service, now. */
    static List<Figure> memory(Stand stand, String when, int goal) {
        var services = Arrays.stream(Service.values()).map(Service::id).toList();
        return stand.platform().status().stream()
                .filter(part -> services.contains(part.name()))
                .map(part ->
                        Figure.atMost(
                                "memory of %s, %s".formatted(part.name(), when),
                                (double) part.memory().orElse(0),
                                "MiB",
                                goal))
                .toList();
    }

    static List<Figure> start(Stand stand) {
        return Arrays.stream(Service.values())
                .map(service -> {
                    stand.platform().stop(service.id());
                    long begun = System.nanoTime();
                    stand.platform().start(service.id());
                    return Figure.atMost(
                            "start of " + service.id(), (System.nanoTime() - begun) / 1e9, "s", 3);
                })
                .toList();
    }
}
