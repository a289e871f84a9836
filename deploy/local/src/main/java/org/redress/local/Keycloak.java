package org.redress.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.spi.ToolProvider;
import java.util.zip.ZipFile;

/**
 * Keycloak as its archive has it, unpacked and built for its options once in a checkout. Each
 * platform has a home of its own, which links to this installation and holds the data.
 */
record Keycloak(Path archive, Path folder) {
    private static final String MAIN = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";
    private static final List<String> LINKED = List.of("bin", "conf", "lib", "providers");

    /** Where the archive is, or will be, unpacked. */
    static Keycloak of(Path archive) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            String root = zip.entries().nextElement().getName().replace("/", "");
            return new Keycloak(archive, Checkout.cache().resolve(root).resolve(root));
        } catch (IOException e) {
            throw new UncheckedIOException(archive + " is not readable", e);
        }
    }

    /** Keycloak with the realm {@code redress}, with its data in this home. */
    static Part part(Path home, PlatformPorts ports, Path organisation, Secrets secrets) {
        String address = Ports.http(ports.keycloak());
        return new Part(
                "keycloak",
                address,
                List.of(ports.keycloak()),
                Duration.ofMinutes(5),
                (log, progress) -> {
                    Keycloak installation =
                            of(Checkout.built("programs/keycloak-quarkus-dist.zip"));
                    installation.makeReady(log, progress);
                    if (!Files.exists(home)) {
                        progress.accept(
                                "keycloak: its first start creates a database and imports the realm"
                                        + " (once, about 30 s)");
                    }
                    installation.linkInto(home);
                    Folders.writePrivate(
                            Folders.createPrivate(home.resolve("data/import"))
                                    .resolve("redress-realm.json"),
                            Realm.of(ports, organisation, secrets));
                },
                () ->
                        new Part.Launch(
                                of(Checkout.built("programs/keycloak-quarkus-dist.zip"))
                                        .start(home, ports.keycloak(), address),
                                Map.of(
                                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                                        "admin",
                                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                                        secrets.password("keycloak-admin"))),
                () -> Http.isOk(ports.issuer()),
                () -> {},
                (process, _) -> process.destroy());
    }

    /** Unpacks and builds it, unless that was done before. */
    private void makeReady(Path log, Consumer<String> progress) {
        if (Files.isDirectory(folder)) {
            return;
        }
        progress.accept("keycloak: unpacking it and building it (once, about 40 s)");
        Folders.createOnce(
                folder.getParent(),
                fresh -> {
                    unpack(fresh);
                    new Keycloak(archive, fresh.resolve(folder.getFileName())).build(log);
                });
    }

    private void unpack(Path into) {
        int exit =
                ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(
                                System.out,
                                System.err,
                                "--extract",
                                "--file=" + archive,
                                "--dir=" + into);
        if (exit != 0) {
            throw new Failure("Keycloak could not be unpacked from " + archive + ".");
        }
    }

    private void build(Path log) {
        List<String> command = program(folder).command(MAIN, "build", "--db=dev-file");
        if (Programs.run(command, log) != 0) {
            throw new Failure("Keycloak could not be built.", log);
        }
    }

    /** Makes a home with data of its own that has everything else by links. */
    private void linkInto(Path home) {
        Folders.createPrivate(home);
        for (String part : LINKED) {
            Path link = home.resolve(part);
            Unchecked.run(() -> {
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, folder.resolve(part));
            });
        }
    }

    private List<String> start(Path home, int port, String address) {
        return program(home)
                .command(
                        MAIN,
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=" + Ports.LOOPBACK,
                        "--http-port=" + port,
                        "--hostname=" + address);
    }

    /** What {@code bin/kc.sh} would give the JVM; without that script we know the process. */
    private JavaProgram program(Path home) {
        return JavaProgram.quick(512)
                .with(
                        "-Dkc.home.dir=" + home,
                        "-Djboss.server.config.dir=" + folder.resolve("conf"),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "-Dpicocli.disable.closures=true",
                        "-Dquarkus-log-max-startup-records=10000",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-cp",
                        folder.resolve("lib/quarkus-run.jar").toString());
    }
}
