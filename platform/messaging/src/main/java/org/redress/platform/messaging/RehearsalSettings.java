package org.redress.platform.messaging;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Time that is moved, for rehearsals and tests; nothing of it where people are served. */
@ConfigMapping(prefix = "messaging.rehearsal")
interface RehearsalSettings {

    /** A file that says by how much this service's clock runs ahead: P1DT2H. */
    Optional<Path> ahead();
}
