package org.redress.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** By how much the services' clocks run ahead; kept beside the data, which it belongs to. */
final class TimeAhead {

    /** The services look at the file five times a second. */
    private static final Duration UNTIL_SEEN = Duration.ofMillis(250);

    private TimeAhead() {}

    static Path file(Path folder) {
        return folder.resolve("data/ahead");
    }

    static Duration move(Path folder, Duration further) {
        Path file = file(folder);
        return Unchecked.get(() -> {
            Duration ahead =
                    Files.exists(file) ? Duration.parse(Files.readString(file)) : Duration.ZERO;
            Duration sum = ahead.plus(further);
            Files.createDirectories(file.getParent());
            Path written = Files.writeString(file.resolveSibling("ahead.new"), sum.toString());
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            Thread.sleep(UNTIL_SEEN);
            return sum;
        });
    }
}
