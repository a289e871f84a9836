package org.redress.platform.messaging;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All certificates of the files are valid from 2026-01-01T00:00:00Z, for so many days. */
class ACertificateExpiresTest {

    private static final Path CERTIFICATES = Path.of("src/test/resources/certificates");
    private static final Instant ON_DAY_99 = Instant.parse("2026-04-10T00:00:00Z");

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    /** A gauge does not keep what it measures. */
    private @Nullable CertificatesWatch watch;

    @TempDir Path folder;

    @Test
    void each_file_tells_how_long_its_first_certificate_is_still_good_for() throws IOException {
        // given one for 365 days, and an old one for 100 days beside the new one
        copy("keys.crt", "keys.crt");
        copy("kafka.crt", "kafka.crt");

        // when
        watch(Optional.of(folder), ON_DAY_99);

        // then
        assertThat(remaining("keys.crt")).isEqualTo(Duration.ofDays(266));
        assertThat(remaining("kafka.crt")).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void one_that_is_renewed_in_place_is_seen_at_once() throws IOException {
        // given
        copy("kafka.crt", "kafka.crt");
        watch(Optional.of(folder), ON_DAY_99);

        // when
        copy("keys.crt", "kafka.crt");

        // then
        assertThat(remaining("kafka.crt")).isEqualTo(Duration.ofDays(266));
    }

    @Test
    void an_expired_one_has_less_than_nothing_left_and_one_that_is_gone_or_unreadable_nothing()
            throws IOException {
        // given
        copy("keys.crt", "keys.crt");
        copy("kafka.crt", "kafka.crt");
        copy("database.crt", "database.crt");
        watch(Optional.of(folder), Instant.parse("2027-01-02T00:00:00Z"));

        // when
        Files.delete(folder.resolve("kafka.crt"));

        // then
        assertThat(remaining("keys.crt")).isEqualTo(Duration.ofDays(-1));
        assertThat(remaining("database.crt")).isZero();
        assertThat(remaining("kafka.crt")).isZero();
    }

    @Test
    void what_is_no_certificate_by_its_name_is_not_told_and_without_a_folder_nothing_is()
            throws IOException {
        copy("notes.txt", "notes.txt");

        watch(Optional.of(folder), ON_DAY_99);
        watch(Optional.empty(), ON_DAY_99);

        assertThat(metrics.getMeters()).isEmpty();
    }

    private void copy(String from, String to) throws IOException {
        Files.copy(CERTIFICATES.resolve(from), folder.resolve(to), REPLACE_EXISTING);
    }

    private void watch(Optional<Path> certificates, Instant now) throws IOException {
        watch = new CertificatesWatch(certificates, Clock.fixed(now, ZoneOffset.UTC));
        watch.start(new StartupEvent(), metrics);
    }

    private Duration remaining(String file) {
        Gauge gauge = metrics.get("certificate.remaining.seconds").tag("file", file).gauge();
        return Duration.ofSeconds((long) gauge.value());
    }
}
