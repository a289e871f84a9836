package org.redress.local;

import java.util.List;

/** One of the things that {@code ./redress} can be told to do. */
public interface Command {

    /** The word that is typed. */
    String name();

    /** Arguments and purpose, as the help shows them: one line, or several. */
    String help();

    /**
     * Does it.
     *
     * @param arguments what was typed after the name
     * @return the exit status of the process
     * @throws StartFailure with one sentence for the user, when it cannot be done
     */
    int run(List<String> arguments);
}
