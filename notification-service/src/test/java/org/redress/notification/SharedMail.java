package org.redress.notification;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/**
 * The mails that the test's mail server received, told as an MBean: Quarkus loads the test and its
 * resources by different class loaders, and the transaction manager refuses to start with a system
 * property that is no text, which is how {@code TestMail} tells them.
 */
public final class SharedMail implements QuarkusTestResourceLifecycleManager {
    private static final String AS_A_PROPERTY = "redress.test.mail";

    /** Every mail so far, oldest first. */
    static List<byte[]> received() {
        try {
            var received =
                    ManagementFactory.getPlatformMBeanServer()
                            .invoke(name(), "get", new Object[0], new String[0]);
            return ((List<?>) received).stream().map(byte[].class::cast).toList();
        } catch (JMException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public int order() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Map<String, String> start() {
        try {
            if (System.getProperties().remove(AS_A_PROPERTY) instanceof Supplier<?> mails) {
                ManagementFactory.getPlatformMBeanServer()
                        .registerMBean(new StandardMBean(mails, Supplier.class), name());
            }
            return Map.of();
        } catch (JMException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void stop() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name());
        } catch (JMException e) {
            throw new AssertionError(e);
        }
    }

    private static ObjectName name() throws JMException {
        return new ObjectName("org.redress.test:type=mail");
    }
}
