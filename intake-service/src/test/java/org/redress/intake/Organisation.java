package org.redress.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.redress.local.testing.TestTopics;
import org.redress.platform.testing.Contract;

/** The organisation as escalation tells it. */
public final class Organisation {

    private static final Path DEMO =
            Path.of("../escalation-service/src/main/resources/organisation.yaml");
    private static final String UNIT = "redress.unit.snapshot.v1";
    private static final String AT = "2026-11-21T06:02:11Z";

    private Organisation() {}

    /** All units that come along: any other test may name them, too. */
    public static void isTold() {
        try {
            Pattern.compile("\\{ path: ([a-z/-]+),")
                    .matcher(Files.readString(DEMO))
                    .results()
                    .map(unit -> unit.group(1))
                    .forEach(path -> tells(path, true, 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A unit is, or is no more. */
    public static void tells(String path, boolean active, long version) {
        var unit = Contract.of(UNIT).example("quality");
        unit.put("occurredAt", AT).put("recordedAt", AT);
        unit.put("path", path).put("active", active).put("version", version);
        TestTopics.publish("redress.organisation", "unit:" + path, UNIT, unit.toString());
    }
}
