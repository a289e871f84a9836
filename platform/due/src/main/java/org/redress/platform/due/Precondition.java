package org.redress.platform.due;

/**
 * What has to be so before a replica does what falls due: a bean that the {@link DueLoop} asks at
 * its start until it says yes, and no longer than {@code due.loop.patience}.
 */
public interface Precondition {

    /** Whether it is so by now; having been so is enough. */
    boolean isMet();
}
