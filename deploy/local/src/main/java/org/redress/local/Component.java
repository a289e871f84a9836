package org.redress.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One process of the platform: how it is prepared, started and asked how it is. */
interface Component {

    /** Its name in commands, in the log's file name and in the state file. */
    String name();

    /** All ports that it listens on. */
    List<Integer> ports();

    /** Where people and programs reach it. */
    String address();

    /** What must be there before it starts: data directories, downloads, configuration. */
    void prepare(Path log, Consumer<String> progress);

    List<String> command();

    Map<String, String> environment();

    boolean isReady();

    /** What must be there before others use it: databases, topics. */
    default void furnish() {}

    /** How long it may take to become ready on a slow machine. */
    Duration startLimit();

    /** Asks the process to end in good order; it may take its time. */
    default void askToStop(ProcessHandle process, Path log) {
        process.destroy();
    }
}
