package org.redress.local.testing;

import java.util.concurrent.atomic.AtomicReference;
import org.redress.local.BrokerSettings;
import org.redress.local.KafkaBroker;

/** The broker that {@link LocalInfrastructure} started, for tests in which it goes away. */
public final class TestBroker {

    private static final String STOP = "redress.test.kafka.stop";
    private static final String START = "redress.test.kafka.start";

    private TestBroker() {}

    /** Ends the broker; its data is kept. */
    public static void stop() {
        run(STOP);
    }

    /** Starts the broker again, where it was. */
    public static void start() {
        run(START);
    }

    /** What the class loaders of a Quarkus test have in common is the JDK: it is shared as such. */
    static AutoCloseable share(KafkaBroker first) {
        AtomicReference<KafkaBroker> broker = new AtomicReference<>(first);
        BrokerSettings settings = first.settings();
        Runnable stop = () -> broker.get().stop();
        Runnable start = () -> broker.set(KafkaBroker.start(settings));
        System.getProperties().put(STOP, stop);
        System.getProperties().put(START, start);
        return stop::run;
    }

    private static void run(String what) {
        if (!(System.getProperties().get(what) instanceof Runnable runnable)) {
            throw new IllegalStateException("No broker was started for this test run");
        }
        runnable.run();
    }
}
