package org.redress.platform.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.redress.platform.due.Loop;

/** Where the active relay is, if it runs in this replica. */
@ApplicationScoped
class ActiveRelay {

    private volatile @Nullable Loop here;

    void comes(Loop relay) {
        here = relay;
    }

    void goes() {
        here = null;
    }

    boolean isHere() {
        return here != null;
    }

    /** Wakes it; tells whether it is here. */
    boolean wake() {
        var relay = here;
        if (relay != null) {
            relay.wake();
        }
        return relay != null;
    }
}
