package org.redress.notification.links;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** What acknowledge links are signed with and how long they live. */
@ConfigMapping(prefix = "redress.notification.link")
public interface LinkKeys {
    /** The id of the key that new links are signed with. */
    @WithDefault("1")
    String keyId();

    /** What new links are signed with: at least 32 bytes in base64. */
    String key();

    /** Earlier keys by their ids: links signed with them are still good until they expire. */
    Map<String, String> earlierKeys();

    /** How long a link works after its mail was first due. */
    @WithDefault("24H")
    Duration lifetime();
}
