package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threeten.extra.MutableClock;

class ARehearsalMovesTheClockTest {

    private static final Instant MONDAY = Instant.parse("2026-12-07T01:00:00Z");

    @TempDir private Path folder;
    private final MutableClock wall = MutableClock.of(MONDAY, ZoneOffset.UTC);
    private Path file;
    private Clock clock;

    @BeforeEach
    void start() {
        file = folder.resolve("ahead");
        clock = new RehearsalClock(wall, file);
    }

    @Test
    void runs_ahead_by_what_the_file_says_and_goes_on_from_there() throws IOException {
        assertThat(clock.instant()).isEqualTo(MONDAY);
        say("P1DT2H\n");
        assertThat(clock.instant()).isEqualTo("2026-12-08T03:00:01Z");
        say("P4D");
        assertThat(clock.instant()).isEqualTo("2026-12-11T01:00:02Z");
    }

    @Test
    void never_goes_back_whatever_becomes_of_the_file() throws IOException {
        say("P1D");
        assertThat(clock.instant()).isEqualTo("2026-12-08T01:00:01Z");
        say("PT1H");
        assertThat(clock.instant()).isEqualTo("2026-12-08T01:00:02Z");
        say("tomorrow");
        assertThat(clock.instant()).isEqualTo("2026-12-08T01:00:03Z");
        Files.delete(file);
        wall.add(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo("2026-12-08T01:00:04Z");
    }

    private void say(String ahead) throws IOException {
        Files.writeString(file, ahead);
        wall.add(Duration.ofSeconds(1));
    }
}
