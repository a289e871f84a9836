package org.redress.local.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A file with a complaint in each line (JSON Lines); empty lines mean nothing. */
record ComplaintFile(Path path) {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    /**
     * The file.
     *
     * @throws DemoFailure when it can't be read
     */
    ComplaintFile {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new DemoFailure("There is no file " + path + " that can be read.");
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    /** How many lines it has, the bad ones included. */
    long size() {
        try (BufferedReader reader = reader()) {
            return reader.lines().filter(Predicate.not(String::isBlank)).count();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Reads line by line, as long as the reader wants more. */
    void read(Predicate<FileLine> wantsMore) {
        try (BufferedReader reader = reader();
                Stream<String> lines = reader.lines()) {
            int number = 0;
            for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                String line = each.next();
                number++;
                String json = number == 1 ? line.replaceFirst("^" + BYTE_ORDER_MARK, "") : line;
                if (!json.isBlank() && !wantsMore.test(FileLine.read(number, json))) {
                    return;
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** What is no UTF-8 becomes U+FFFD, so that one broken line does not end the run. */
    private BufferedReader reader() throws IOException {
        return new BufferedReader(
                new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8));
    }

    private DemoFailure unreadable(IOException e) {
        return new DemoFailure("The file " + path + " can't be read: " + e, e);
    }
}
