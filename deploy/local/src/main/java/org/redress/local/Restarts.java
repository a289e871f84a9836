package org.redress.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** How often each part died and was started again since {@code ./redress up}, kept in a file. */
record Restarts(Path file) {

    int of(String component) {
        return Integer.parseInt(read().getProperty(component, "0"));
    }

    /** One more. */
    void count(String component) {
        Properties all = read();
        all.setProperty(component, Integer.toString(of(component) + 1));
        try {
            StringWriter content = new StringWriter();
            all.store(content, null);
            Folders.writePrivate(file, content.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget() {
        Folders.delete(file);
    }

    private Properties read() {
        Properties all = new Properties();
        if (Files.exists(file)) {
            try {
                all.load(new StringReader(Folders.read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }
}
