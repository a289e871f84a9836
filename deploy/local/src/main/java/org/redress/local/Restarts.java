package org.redress.local;

import java.nio.file.Path;

/** How often each part died and was started again since {@code ./redress up}, kept in a file. */
record Restarts(Path file) {
    int of(String part) {
        String count = new PropertyFile(file).get(part);
        return count == null ? 0 : Integer.parseInt(count);
    }

    void count(String part) {
        new PropertyFile(file).put(part, Integer.toString(of(part) + 1));
    }

    void forget() {
        Folders.delete(file);
    }
}
