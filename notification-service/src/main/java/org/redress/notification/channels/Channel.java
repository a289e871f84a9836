package org.redress.notification.channels;

import java.time.Duration;

/** A way to reach somebody; the next one implements this and changes nothing else. */
public interface Channel {
    /** Sends it, now; blocks until the other side has answered or a time is over. */
    Outcome send(Envelope envelope);

    /** How many are sent at the same time. */
    int connections();

    /** Longer than the slowest conversation with somebody who answers just in time. */
    Duration longest();
}
