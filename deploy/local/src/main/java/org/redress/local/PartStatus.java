package org.redress.local;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How one part of the platform is.
 *
 * @param pid empty when it does not run
 * @param restarts how often it died and was started again
 * @param memory resident, in MiB; empty when it does not run or the system does not tell
 */
public record PartStatus(
        String name,
        Optional<Long> pid,
        int restarts,
        OptionalLong memory,
        String address,
        Health health) {

    /** What a part answers when it is asked. */
    public enum Health {
        READY,
        /** The process is there, but does not answer or says that it is not ready. */
        NOT_READY,
        DOWN
    }

    public boolean isReady() {
        return health == Health.READY;
    }

    static PartStatus of(Part part, Optional<RunningProcess> process, int restarts) {
        Health health =
                process.isEmpty() ? Health.DOWN : part.isReady() ? Health.READY : Health.NOT_READY;
        return new PartStatus(
                part.name(),
                process.map(RunningProcess::pid),
                restarts,
                process.map(RunningProcess::memory).orElse(OptionalLong.empty()),
                part.address(),
                health);
    }
}
