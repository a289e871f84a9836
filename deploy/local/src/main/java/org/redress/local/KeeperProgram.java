package org.redress.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The process that {@code ./redress up} leaves behind to watch the others; it ends when nothing is
 * left to watch.
 */
public final class KeeperProgram {

    private static final Duration GLANCE = Duration.ofSeconds(2);

    private KeeperProgram() {}

    /** Watches the platform of this checkout until it is killed or nothing runs any more. */
    public static void main(String[] arguments) {
        Platform.Settings settings = Platform.Settings.ofCheckout();
        Platform platform = Platform.of(settings, new Progress(System.out));
        Keeper keeper = platform.keeper();
        while (platform.isRemembered()) {
            look(settings, keeper);
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    /** Starts what must be started, unless another command starts or stops things just now. */
    static void look(Platform.Settings settings, Keeper keeper) {
        List<Component> due = keeper.due();
        if (due.isEmpty()) {
            return;
        }
        try (Turn _ = Turn.take(settings.folder())) {
            due.forEach(keeper::revive);
        } catch (Turn.Taken _) {
            // the next look will do
        }
    }
}
