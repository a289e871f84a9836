package org.redress.platform.web.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A token bucket for each client, in bounded memory: when too many are known, the one that came
 * least lately is forgotten.
 */
final class Buckets {

    private final int burst;
    private final Duration refill;
    private final Map<String, Instant> fullAgain;

    /**
     * @param perMinute how many tokens a bucket gains in a minute
     * @param burst how many it holds
     * @param clients how many clients are remembered
     */
    Buckets(int perMinute, int burst, int clients) {
        this.burst = burst;
        this.refill = Duration.ofMinutes(1).dividedBy(perMinute);
        this.fullAgain =
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                        return size() > clients;
                    }
                };
    }

    /**
     * Takes a token.
     *
     * @return zero, or how long to wait for the next one
     */
    synchronized Duration take(String client, Instant now) {
        // A bucket is known by the moment when it will be full again.
        var full = fullAgain.getOrDefault(client, now);
        var after = (full.isBefore(now) ? now : full).plus(refill);
        var wait = Duration.between(now.plus(refill.multipliedBy(burst)), after);
        if (wait.isPositive()) {
            return wait;
        }
        fullAgain.put(client, after);
        return Duration.ZERO;
    }

    synchronized int clients() {
        return fullAgain.size();
    }
}
