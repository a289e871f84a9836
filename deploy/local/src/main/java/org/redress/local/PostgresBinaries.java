package org.redress.local;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL for this operating system, unpacked from zonky's archive once. */
record PostgresBinaries(Path home) {
    /** The folder's name, so that another version is unpacked beside this one. */
    private static final String VERSION = "postgres-18.6.0";

    private static final String SYSTEM = System.getProperty("os.name");

    static PostgresBinaries unpackedIn(Path cache) {
        Path home = cache.resolve(VERSION);
        if (!Files.isDirectory(home)) {
            Folders.createOnce(home, PostgresBinaries::unpack);
        }
        return new PostgresBinaries(home);
    }

    /**
     * The command line of one of the programs. PostgreSQL refuses to run as root; in a user
     * namespace of its own root is nobody, and the files still belong to who started it.
     */
    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name")) && SYSTEM.startsWith("Linux")) {
            if (!LinuxUtils.isUnshareAvailable()) {
                throw new Failure(
                        "PostgreSQL refuses to run as root, and this machine allows root no user"
                                + " namespace (unshare -U): start Redress as another user.");
            }
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static void unpack(Path into) throws IOException {
        String platform = SYSTEM.startsWith("Mac") ? "Darwin" : SYSTEM;
        String architecture = ArchUtils.normalize(System.getProperty("os.arch"));
        try (InputStream archive =
                        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(platform, architecture);
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                write(entry, tar, into);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path into)
            throws IOException {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
            throw new IOException("An entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
