package org.redress.local;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How one part of the platform is.
 *
 * @param pid empty when it does not run
 * @param memory resident, in MiB; empty when it does not run or the system does not tell
 */
public record PartStatus(
        String name, Optional<Long> pid, OptionalLong memory, String address, Health health) {

    /** What a part answers when it is asked. */
    public enum Health {
        /** It is ready for use. */
        READY,
        /** The process is there, but does not answer or says that it is not ready. */
        NOT_READY,
        /** There is no process. */
        DOWN
    }

    static PartStatus of(Component component, Optional<RunningProcess> process) {
        Health health =
                process.isEmpty()
                        ? Health.DOWN
                        : component.isReady() ? Health.READY : Health.NOT_READY;
        return new PartStatus(
                component.name(),
                process.map(RunningProcess::pid),
                process.map(RunningProcess::memory).orElse(OptionalLong.empty()),
                component.address(),
                health);
    }
}
