package org.redress.local.testing;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicReference;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.redress.local.BrokerSettings;
import org.redress.local.KafkaBroker;

/** The broker that {@link LocalInfrastructure} started, for tests in which it goes away. */
public final class TestBroker {

    private static final String STOP = "redress.test:type=Kafka,what=stop";
    private static final String START = "redress.test:type=Kafka,what=start";

    private TestBroker() {}

    /** Ends the broker; its data is kept. */
    public static void stop() {
        run(STOP);
    }

    /** Starts the broker again, where it was. */
    public static void start() {
        run(START);
    }

    /**
     * What the class loaders of a Quarkus test have in common is the JDK: it is shared as MBeans. A
     * system property that is no text would keep the transaction manager from starting.
     */
    static AutoCloseable share(KafkaBroker first) {
        AtomicReference<KafkaBroker> broker = new AtomicReference<>(first);
        BrokerSettings settings = first.settings();
        Runnable stop = () -> broker.get().stop();
        Runnable start = () -> broker.set(KafkaBroker.start(settings));
        tell(STOP, stop);
        tell(START, start);
        return stop::run;
    }

    private static void tell(String name, Runnable what) {
        try {
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            ObjectName of = new ObjectName(name);
            if (beans.isRegistered(of)) {
                beans.unregisterMBean(of);
            }
            beans.registerMBean(new StandardMBean(what, Runnable.class), of);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(String what) {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName(what), "run", null, null);
        } catch (JMException e) {
            throw new IllegalStateException("No broker was started for this test run", e);
        }
    }
}
