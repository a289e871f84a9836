package org.redress.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;

/** What the platform does by itself is waited for, on a busy machine too. */
final class Eventually {

    private static final Duration AT_THE_LATEST = Duration.ofMinutes(1);

    private Eventually() {}

    static void soon(ThrowingRunnable assertion) {
        await().pollDelay(Duration.ZERO).atMost(AT_THE_LATEST).untilAsserted(assertion);
    }
}
