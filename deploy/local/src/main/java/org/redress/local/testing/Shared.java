package org.redress.local.testing;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.jspecify.annotations.Nullable;

/**
 * What a test and the resources that were started for it have in common. Quarkus may load them by
 * different class loaders; what both know is the JDK, so it is shared as MBeans. A system property
 * that is no text would keep the transaction manager from starting.
 */
final class Shared {

    private Shared() {}

    /** From now on {@link #get} asks this supplier, whose answers are of the JDK's own types. */
    static void put(String name, Supplier<?> what) {
        try {
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            if (beans.isRegistered(bean(name))) {
                beans.unregisterMBean(bean(name));
            }
            beans.registerMBean(new StandardMBean(what, Supplier.class), bean(name));
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is shared under this name. */
    static @Nullable Object get(String name) {
        try {
            return ManagementFactory.getPlatformMBeanServer().invoke(bean(name), "get", null, null);
        } catch (JMException e) {
            throw new IllegalStateException("LocalInfrastructure was not started with " + name, e);
        }
    }

    private static ObjectName bean(String name) throws JMException {
        return new ObjectName("redress.test:type=" + name);
    }
}
