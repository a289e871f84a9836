package org.redress.local;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The right to start or stop things in a folder: one command at a time has it. */
record Turn(FileChannel file) implements AutoCloseable {
    /**
     * Takes the turn without waiting.
     *
     * @throws Taken when another command has it
     */
    static Turn take(Path folder) {
        return Unchecked.get(() -> {
            FileChannel file =
                    FileChannel.open(
                            Folders.createPrivate(folder).resolve("turn"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (file.tryLock() == null) {
                file.close();
                throw new Taken();
            }
            return new Turn(file);
        });
    }

    static final class Taken extends Failure {
        private static final long serialVersionUID = 1;

        Taken() {
            super("Another ./redress is starting or stopping things here: wait for it.");
        }
    }

    @Override
    public void close() {
        Unchecked.run(file::close);
    }
}
