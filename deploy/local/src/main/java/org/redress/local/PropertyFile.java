package org.redress.local;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Names and values in a file that only its owner may read. Every change is on disk, as a whole,
 * when the method returns.
 */
final class PropertyFile {
    private final Path file;

    PropertyFile(Path file) {
        this.file = file;
    }

    synchronized @Nullable String get(String name) {
        return read().getProperty(name);
    }

    /** The number of this name; 0 when there is none. */
    int number(String name) {
        String number = get(name);
        return number == null ? 0 : Integer.parseInt(number);
    }

    synchronized void put(String name, String value) {
        Properties all = read();
        all.setProperty(name, value);
        write(all);
    }

    synchronized void remove(String name) {
        Properties all = read();
        if (all.remove(name) != null) {
            write(all);
        }
    }

    private Properties read() {
        Properties all = new Properties();
        if (Files.exists(file)) {
            Unchecked.run(() -> all.load(new StringReader(Files.readString(file))));
        }
        return all;
    }

    private void write(Properties all) {
        StringWriter content = new StringWriter();
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Unchecked.run(() -> all.store(content, "Of this local installation only."));
        Folders.writePrivate(fresh, content.toString());
        Unchecked.run(() -> Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE));
    }
}
