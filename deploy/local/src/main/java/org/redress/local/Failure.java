package org.redress.local;

import java.nio.file.Path;

/** Something stands in the way: one sentence for the user, and where to read more. */
public class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Failure(String sentence) {
        super(sentence);
    }

    public Failure(String sentence, Path log) {
        super(sentence + " The log is " + log + ".");
    }

    public Failure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
