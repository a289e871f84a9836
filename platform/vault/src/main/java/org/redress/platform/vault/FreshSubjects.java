package org.redress.platform.vault;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Subjects that nobody has heard of yet, whose keys are made by the block: under load a new subject
 * costs no trip and no commit of its own. A block is twice as large as the one before if that was
 * used up while its keys could be used, and of one otherwise; what it has left is keys that nobody
 * came to use.
 */
final class FreshSubjects {

    private static final int MOST = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private Queue<UUID> block = new ArrayDeque<>();
    private long madeAt;
    private int size;

    /**
     * The next one.
     *
     * @param now in nanoseconds
     * @param usable for how long after it was made a block may be used
     * @param ids gives ids that nobody has used
     * @param make makes the keys of all of these
     */
    UUID next(long now, long usable, Supplier<UUID> ids, Consumer<List<UUID>> make) {
        lock.lock();
        try {
            boolean isOver = size == 0 || now - madeAt >= usable;
            if (isOver || block.isEmpty()) {
                int wanted = isOver ? 1 : Math.min(MOST, 2 * size);
                var subjects = Stream.generate(ids).limit(wanted).toList();
                make.accept(subjects);
                block = new ArrayDeque<>(subjects);
                madeAt = now;
                size = wanted;
            }
            return block.remove();
        } finally {
            lock.unlock();
        }
    }
}
