package org.redress.images;

import java.nio.file.Path;

/** The layers of an image, from what changes least to what changes most. */
enum Layer {
    /** What others made; changes with a version in a pom. */
    LIBRARIES,
    /** Our own jars that all services stand on. */
    PLATFORM,
    /** The service itself, and what Quarkus generated for it. */
    SERVICE;

    /**
     * Where a file belongs.
     *
     * @param file as seen from the fast-jar's folder
     */
    static Layer of(Path file) {
        if (!file.startsWith("lib")) {
            return SERVICE;
        }
        return file.getFileName().toString().startsWith("org.redress.") ? PLATFORM : LIBRARIES;
    }
}
