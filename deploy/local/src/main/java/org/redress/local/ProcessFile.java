package org.redress.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The file that remembers what was started, written before anything is waited for: whatever becomes
 * of {@code ./redress up}, {@code ./redress down} finds it all.
 */
final class ProcessFile {

    private final Path file;

    ProcessFile(Path file) {
        this.file = file;
    }

    synchronized Optional<RunningProcess> find(String component) {
        return Optional.ofNullable(read().get(component))
                .filter(process -> process.handle().isPresent());
    }

    /** Whether it was put and not removed, be it alive or not. */
    synchronized boolean isRemembered(String component) {
        return read().containsKey(component);
    }

    synchronized void put(String component, RunningProcess process) {
        Map<String, RunningProcess> all = read();
        all.put(component, process);
        write(all);
    }

    synchronized void remove(String component) {
        Map<String, RunningProcess> all = read();
        if (all.remove(component) != null) {
            write(all);
        }
    }

    private Map<String, RunningProcess> read() {
        Map<String, RunningProcess> all = new LinkedHashMap<>();
        if (Files.exists(file)) {
            Folders.read(file)
                    .lines()
                    .map(line -> line.split("=", 2))
                    .forEach(pair -> all.put(pair[0], RunningProcess.parse(pair[1])));
        }
        return all;
    }

    private void write(Map<String, RunningProcess> all) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Folders.writePrivate(
                fresh,
                all.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n")));
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
