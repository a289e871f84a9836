package org.redress.local;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The file that remembers what was started, written before anything is waited for: whatever becomes
 * of {@code ./redress up}, {@code ./redress down} finds it all.
 */
final class ProcessFile {
    private final PropertyFile file;

    ProcessFile(Path file) {
        this.file = new PropertyFile(file);
    }

    Optional<RunningProcess> find(String part) {
        return Optional.ofNullable(file.get(part))
                .map(RunningProcess::parse)
                .filter(process -> process.handle().isPresent());
    }

    /** Whether it was put and not removed, be it alive or not. */
    boolean isRemembered(String part) {
        return file.get(part) != null;
    }

    void put(String part, RunningProcess process) {
        file.put(part, process.toString());
    }

    void remove(String part) {
        file.remove(part);
    }
}
