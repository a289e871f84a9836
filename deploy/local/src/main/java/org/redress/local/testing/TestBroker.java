package org.redress.local.testing;

import java.util.concurrent.atomic.AtomicReference;
import org.redress.local.BrokerSettings;
import org.redress.local.KafkaBroker;

/** The broker that {@link LocalInfrastructure} started, for tests in which it goes away. */
public final class TestBroker {

    private static final String STOP = "kafka-stop";
    private static final String START = "kafka-start";

    private TestBroker() {}

    /** Ends the broker; its data is kept. */
    public static void stop() {
        Shared.get(STOP);
    }

    /** Starts the broker again, where it was. */
    public static void start() {
        Shared.get(START);
    }

    static AutoCloseable share(KafkaBroker first) {
        AtomicReference<KafkaBroker> broker = new AtomicReference<>(first);
        BrokerSettings settings = first.settings();
        Shared.put(
                STOP,
                () -> {
                    broker.get().stop();
                    return true;
                });
        Shared.put(
                START,
                () -> {
                    broker.set(KafkaBroker.start(settings));
                    return true;
                });
        return () -> broker.get().stop();
    }
}
