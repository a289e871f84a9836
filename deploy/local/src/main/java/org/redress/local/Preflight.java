package org.redress.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** What is better found before anything is started than half way. */
final class Preflight {

    private static final long LEAST_DISK_GIB = 3;
    private static final long GIB = 1L << 30;

    private Preflight() {}

    /**
     * Looks for the disk's space and for ports that others have.
     *
     * @throws Failure with the one thing to change
     */
    static void check(Path folder, Collection<Part> toBeStarted) {
        requireDisk(folder);
        toBeStarted.forEach(Preflight::requirePorts);
    }

    private static void requireDisk(Path folder) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < LEAST_DISK_GIB * GIB) {
                throw new Failure(
                        "There are only %d MiB free on the disk of %s, and Redress needs %d GiB."
                                .formatted(free >> 20, folder, LEAST_DISK_GIB));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requirePorts(Part part) {
        for (int port : part.ports()) {
            if (!Ports.isFree(port)) {
                throw new Failure(
                        "Port %d, which %s needs, is taken by another program: end that one first."
                                .formatted(port, part.name()));
            }
        }
    }
}
