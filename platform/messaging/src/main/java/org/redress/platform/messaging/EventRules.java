package org.redress.platform.messaging;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What an event must say of itself, and what of it is believed. */
@ConfigMapping(prefix = "messaging.events")
interface EventRules {

    /** Extensions that every event has, with the values that they may have. */
    Map<String, List<String>> extensions();

    /** Fields of the payload that tell when something happened. */
    List<String> moments();

    /** Before that nothing happened. */
    Instant earliest();

    /** How far a producer's clock may be ahead of ours. */
    Duration ahead();
}
