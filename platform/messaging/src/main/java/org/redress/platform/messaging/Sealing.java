package org.redress.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.platform.vault.Vault;

/**
 * Under whose key something rests here that could not go on: the correlation id of the event, else
 * its key. Erasing that subject erases it as well (XX-03).
 */
final class Sealing {

    private final Vault vault;
    private final String column;

    Sealing(Vault vault, String column) {
        this.vault = vault;
        this.column = column;
    }

    /** The subject of an event. What names none has one that only its key gives. */
    static UUID subject(@Nullable String correlation, @Nullable String key) {
        var named = uuid(correlation);
        if (named == null) {
            named = uuid(key);
        }
        return named != null
                ? named
                : UUID.nameUUIDFromBytes(String.valueOf(key).getBytes(StandardCharsets.UTF_8));
    }

    /** The text as an id, or null if it is none in its canonical form. */
    static @Nullable UUID uuid(@Nullable String text) {
        if (text == null || text.length() != 36) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    byte @Nullable [] seal(UUID subject, byte @Nullable [] content) {
        return vault.sealBytes(subject, column, content);
    }

    byte @Nullable [] open(UUID subject, byte @Nullable [] sealed) {
        return vault.openBytes(subject, column, sealed);
    }
}
