package org.redress.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Keycloak as its archive has it, unpacked and built for its options once in a checkout. */
record KeycloakInstallation(Path archive, Path folder) {

    static final String MAIN = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

    private static final List<String> LINKED = List.of("bin", "conf", "lib", "providers");

    /** Where the archive is, or will be, unpacked. */
    static KeycloakInstallation of(Path archive) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            String root = zip.entries().nextElement().getName().replace("/", "");
            return new KeycloakInstallation(archive, Checkout.cache().resolve(root).resolve(root));
        } catch (IOException e) {
            throw new UncheckedIOException(archive + " is not readable", e);
        }
    }

    /** Unpacks and builds it, unless that was done before. */
    void makeReady(Path log, Consumer<String> progress) {
        if (Files.isDirectory(folder)) {
            return;
        }
        progress.accept("keycloak: unpacking it and building it (once, about 40 s)");
        Folders.createOnce(
                folder.getParent(),
                fresh -> {
                    unpack(fresh);
                    build(
                            new KeycloakInstallation(archive, fresh.resolve(folder.getFileName())),
                            log);
                });
    }

    /** Its jars, the whole of its program. */
    Path jars() {
        return folder.resolve("lib");
    }

    /** Makes a home with data of its own that has everything else by links. */
    void linkInto(Path home) {
        Folders.createPrivate(home);
        try {
            for (String part : LINKED) {
                Path link = home.resolve(part);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, folder.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code bin/kc.sh} would give the JVM; without that script we know the process. */
    List<String> options(Path home) {
        return List.of(
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

    private static void build(KeycloakInstallation unpacked, Path log) {
        List<String> command =
                JavaProgram.quick(512)
                        .with(unpacked.options(unpacked.folder()))
                        .command(MAIN, "build", "--db=dev-file");
        if (Programs.run(command, log) != 0) {
            throw new StartFailure("Keycloak could not be built.", log);
        }
    }

    private void unpack(Path into) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Path file = into.resolve(entry.getName()).normalize();
                if (!file.startsWith(into)) {
                    throw new IOException("An entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, file);
                    }
                }
            }
        }
    }
}
