package org.redress.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Folders and files that the platform keeps its state in, readable by their owner only. */
final class Folders {
    private Folders() {}

    /** Creates the folder, if it is missing, so that only its owner may look into it. */
    static Path createPrivate(Path folder) {
        if (!Files.isDirectory(folder)) {
            Unchecked.run(() -> {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            });
        }
        return folder;
    }

    /** Something that fills an empty folder. */
    interface Filling {
        void fill(Path folder) throws IOException;
    }

    /**
     * Fills a folder beside the destination and renames it: whoever finds the destination finds it
     * whole, and two builds may do this at the same moment.
     */
    static void createOnce(Path destination, Filling filling) {
        try {
            Files.createDirectories(destination.getParent());
            Path fresh =
                    Files.createTempDirectory(
                            destination.getParent(), destination.getFileName() + "-");
            try {
                filling.fill(fresh);
                Files.move(fresh, destination);
            } catch (FileSystemException e) {
                if (!Files.isDirectory(destination)) {
                    throw e;
                }
            } finally {
                delete(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(destination + " could not be made", e);
        }
    }

    static Path createTemporary(String prefix) {
        return Unchecked.get(() -> Files.createTempDirectory(prefix));
    }

    /** Writes a file that only its owner may read. */
    static void writePrivate(Path file, String content) {
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        Unchecked.run(() -> {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
            Files.writeString(file, content);
        });
    }

    /**
     * A file of this package with its placeholders filled in, {@code ${name}} with the value of
     * that name.
     */
    static String template(String resource, Map<String, ?> values) {
        try (InputStream file = Folders.class.getResourceAsStream(resource)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, ?> value : values.entrySet()) {
                text = text.replace("${" + value.getKey() + "}", value.getValue().toString());
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the folder with all that is in it; links are deleted, not followed. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        Unchecked.run(() -> {
            try (Stream<Path> content = Files.walk(folder)) {
                for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        });
    }
}
