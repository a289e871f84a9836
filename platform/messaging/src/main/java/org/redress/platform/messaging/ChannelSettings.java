package org.redress.platform.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The channels over which the service reads its topics, by their names. */
@ConfigMapping(prefix = "messaging.channels")
interface ChannelSettings {

    /** The channel that reads what no other does. */
    String EVENTS = "events";

    @WithParentName
    Map<String, Settings> channels();

    /** One channel. */
    interface Settings {

        /** The topics that the channel reads, if not all that are left. */
        Optional<List<String>> topics();

        /** How long the broker gathers what comes, where nobody waits for the effect. */
        @WithDefault("PT0S")
        Duration gather();
    }
}
