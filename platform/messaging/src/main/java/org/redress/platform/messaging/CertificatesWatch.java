package org.redress.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Shows how long the certificates that the service believes are still good for, in the metric
 * {@code certificate.remaining.seconds} by file. Each file is read anew when somebody asks, so a
 * certificate that was renewed in place is seen; a new file is seen after the next start.
 */
@ApplicationScoped
class CertificatesWatch {

    private final Optional<Path> folder;
    private final Clock clock;

    CertificatesWatch(
            @ConfigProperty(name = "messaging.certificates.folder") Optional<Path> folder,
            Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, MeterRegistry metrics) throws IOException {
        for (var file : files()) {
            Gauge.builder("certificate.remaining.seconds", this, it -> it.remaining(file))
                    .description("Until the first certificate in the file expires")
                    .tag("file", file.getFileName().toString())
                    .register(metrics);
        }
    }

    private List<Path> files() throws IOException {
        if (folder.isEmpty()) {
            return List.of();
        }
        try (var files = Files.list(folder.get())) {
            return files.filter(file -> file.toString().endsWith(".crt")).sorted().toList();
        }
    }

    /** Less than 0 when it has expired; 0 when there is no certificate that can be read. */
    private double remaining(Path file) {
        return firstToExpire(file)
                .map(end -> Duration.between(clock.instant(), end).toMillis() / 1000.0)
                .orElse(0.0);
    }

    private static Optional<Instant> firstToExpire(Path file) {
        try (var pem = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(each -> ((X509Certificate) each).getNotAfter().toInstant())
                    .min(Instant::compareTo);
        } catch (IOException | CertificateException _) {
            return Optional.empty();
        }
    }
}
