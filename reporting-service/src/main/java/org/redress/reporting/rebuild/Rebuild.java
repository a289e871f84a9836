package org.redress.reporting.rebuild;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.platform.messaging.JobAudit;
import org.redress.platform.messaging.JobSettings;

/**
 * Asks the running service to make facts and metrics anew, and tells how far it is. It runs in the
 * service's own image with the service's own settings; the service goes on without it.
 *
 * <p>{@code java -cp 'lib/boot/*:lib/main/*:app/*' org.redress.reporting.rebuild.Rebuild}
 */
public final class Rebuild {
    static final String USAGE =
            """
            Makes facts and metrics anew from the events that reporting has kept, and publishes what
            was not as it is now. The running service does it; this program asks and watches.

              --topics   publishes everything, also what is as it was: the topics were lost

            What is under way already is only watched. Exit status: 0 done, 1 some facts have no
            events or events that cannot be read and stayed as they were, 2 wrong arguments, 3 failed.\
            """;

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int MISUNDERSTOOD = 2;
    private static final int FAILED = 3;

    private Rebuild() {}

    /** Rebuilds; see {@code --help}. */
    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.exit(run(System.out, Map.of(), arguments));
    }

    /** As {@link #main}, with settings that win over all others; the answer is the exit status. */
    static int run(PrintStream out, Map<String, String> overrides, String... arguments) {
        var words = Set.of(arguments);
        if (words.contains("--help")) {
            out.println(USAGE);
            return 0;
        }
        if (!Set.of("--topics").containsAll(words)) {
            out.println("What is " + String.join(" ", arguments) + "?\n\n" + USAGE);
            return MISUNDERSTOOD;
        }
        try {
            var database = JobSettings.of(overrides).database("quarkus.datasource");
            return watch(new Orders(Jdbi.create(database)), words.contains("--topics"), out);
        } catch (RuntimeException e) {
            out.println("The rebuild failed: " + e);
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static int watch(Orders orders, boolean everything, PrintStream out)
            throws InterruptedException {
        long id = orders.ask(everything);
        @Nullable Order before = null;
        while (true) {
            var order = orders.of(id);
            if (!order.equals(before)) {
                out.println(told(order));
            }
            if (order.hasEnded()) {
                audit(order);
                return order.isWhole() ? 0 : 1;
            }
            before = order;
            Thread.sleep(LOOK);
        }
    }

    private static void audit(Order order) {
        var target = order.everything() ? "facts,metrics,topics" : "facts,metrics";
        JobAudit.print("reporting", "rebuild", target, told(order));
    }

    private static String told(Order order) {
        return "%s: %d cases, %d facts and %d metrics published%s"
                .formatted(
                        order.hasEnded() ? "done" : order.afterDay() == null ? "facts" : "metrics",
                        order.cases(),
                        order.factsPublished(),
                        order.metricsPublished(),
                        order.isWhole()
                                ? ""
                                : ", %d without events and %d unreadable left as they were"
                                        .formatted(order.withoutEvents(), order.unreadable()));
    }
}
