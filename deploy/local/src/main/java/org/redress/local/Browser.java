package org.redress.local;

import java.io.IOException;
import java.util.List;

/** The browser of whoever sits at this machine. */
final class Browser {

    private Browser() {}

    /** Shows the page; false where there is no way to. */
    static boolean show(String url) {
        for (String opener : List.of("xdg-open", "open")) {
            try {
                Process process =
                        new ProcessBuilder(opener, url)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .start();
                return process.waitFor() == 0;
            } catch (IOException _) {
                // not on this system
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }
}
