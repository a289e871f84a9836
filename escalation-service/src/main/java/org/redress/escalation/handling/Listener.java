package org.redress.escalation.handling;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Somebody who looks at lists of cases, and what has changed of them since they last took it. What
 * they do not take is kept as numbers, a hundred at most: after that it is "read them anew".
 */
class Listener implements AutoCloseable {

    private static final int MOST = 100;

    private final Predicate<String> sees;
    private final Consumer<Listener> leaving;
    private final Set<String> changed = new LinkedHashSet<>();
    private final Semaphore bell = new Semaphore(1);
    private boolean reload = true;

    Listener(Predicate<String> sees, Consumer<Listener> leaving) {
        this.sees = sees;
        this.leaving = leaving;
    }

    /**
     * What there is to hear.
     *
     * @param reload whether the lists have to be read anew: at the beginning, and after too much
     */
    record News(boolean reload, List<String> cases) {}

    synchronized void hear(String number, List<String> units) {
        if (!reload && units.stream().anyMatch(sees) && changed.add(number)) {
            if (changed.size() > MOST) {
                reload();
            }
            bell.release();
        }
    }

    synchronized void reload() {
        reload = true;
        changed.clear();
        bell.release();
    }

    /** Waits for something to hear; nothing if there is none for so long. */
    News next(Duration patience) throws InterruptedException {
        if (bell.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
        return take();
    }

    private synchronized News take() {
        var news = new News(reload, List.copyOf(changed));
        reload = false;
        changed.clear();
        return news;
    }

    @Override
    public void close() {
        leaving.accept(this);
    }
}
