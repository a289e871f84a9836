package org.redress.local;

import java.nio.file.Path;

/** Something did not start: one sentence for the user, and where to read more. */
public class StartFailure extends RuntimeException {

    public StartFailure(String sentence) {
        super(sentence);
    }

    public StartFailure(String sentence, Path log) {
        super(sentence + " The log is " + log + ".");
    }

    public StartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
