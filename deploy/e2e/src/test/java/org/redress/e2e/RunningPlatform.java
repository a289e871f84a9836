package org.redress.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.redress.local.Platform;
import org.redress.local.Service;

/**
 * One platform for all tests of the run, on free ports and with data of its own. Its organisation
 * is the demonstration's, but for the policy {@code high}: there nobody waits longer than three
 * seconds for an acknowledgment, and all steps are gone through once.
 */
final class RunningPlatform implements ParameterResolver {

    private static final Path FOLDER = Path.of("target", "platform").toAbsolutePath();

    /** Whoever comes from here may say for whom: a flood of one client holds up nobody else. */
    private static final String PROXY = "127.0.0.1";

    private static final Pattern HIGH_POLICY =
            Pattern.compile("(?s)- id: high\\n.*?(?=\\n {2}- id:|\\z)");

    /** One is in it: the platform itself encrypts nothing. */
    private static final Path CERTIFICATES = Path.of("src/test/resources/trust").toAbsolutePath();

    private record Started(Platform platform) implements AutoCloseable {

        static Started now() {
            var platform =
                    Platform.of(
                            Platform.Settings.beside(FOLDER)
                                    .with(
                                            Service.ESCALATION,
                                            Map.of(
                                                    "REDRESS_ORGANISATION_FILE",
                                                    impatientOrganisation().toString()))
                                    .with(
                                            Service.INTAKE,
                                            Map.of(
                                                    "MESSAGING_CERTIFICATES_FOLDER",
                                                    CERTIFICATES.toString()))
                                    .with(
                                            Service.NOTIFICATION,
                                            Map.of("WEB_TRUSTED_PROXIES", PROXY)),
                            line -> System.out.println("[platform] " + line));
            platform.empty();
            platform.start();
            return new Started(platform);
        }

        /** One of each: a test need not start again what it has killed. */
        synchronized Platform complete() {
            platform.start(1);
            return platform;
        }

        @Override
        public void close() {
            platform.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Platform resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Started.class, _ -> Started.now(), Started.class)
                .complete();
    }

    private static Path impatientOrganisation() {
        try {
            var bundled =
                    Files.readString(
                            Path.of(
                                    "../../escalation-service/src/main/resources/organisation.yaml"));
            var impatient =
                    HIGH_POLICY
                            .matcher(bundled)
                            .replaceFirst(policy ->
                                    policy.group()
                                            .replaceAll("waitFor: PT\\w+", "waitFor: PT3S")
                                            .replaceAll("repeat: \\d+", "repeat: 1"));
            Files.createDirectories(FOLDER);
            return Files.writeString(FOLDER.resolve("organisation.yaml"), impatient);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
