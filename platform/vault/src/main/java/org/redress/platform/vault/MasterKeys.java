package org.redress.platform.vault;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Wraps and unwraps the keys of subjects; several while a rotation is under way. */
@Singleton
final class MasterKeys {

    private static final String PLACE = "subject_key.wrapped";

    private final String currentId;
    private final Map<String, SealingKey> keys = new HashMap<>();

    @Inject
    MasterKeys(VaultSettings settings) {
        this(settings.masterKeyId(), settings.masterKey(), settings.earlierMasterKeys());
    }

    MasterKeys(String id, String key, Map<String, String> earlier) {
        this.currentId = id;
        earlier.forEach((name, value) -> keys.put(name, parsed("earlier-master-keys", value)));
        if (keys.put(id, parsed("master-key", key)) != null) {
            throw new IllegalArgumentException(
                    "vault.earlier-master-keys names the id of vault.master-key, " + id);
        }
    }

    /** The id of the key that wraps. */
    String currentId() {
        return currentId;
    }

    /** Ids of the keys that only unwrap any more. */
    Set<String> earlierIds() {
        Set<String> ids = new HashSet<>(keys.keySet());
        ids.remove(currentId);
        return Set.copyOf(ids);
    }

    /** The key by its id, for what is proven and not for what is wrapped. */
    Map<String, SealingKey> byId() {
        return Map.copyOf(keys);
    }

    byte[] wrap(UUID subject, SealingKey key) {
        return known(currentId).seal(subject, PLACE, key.bytes());
    }

    /**
     * The key of the subject.
     *
     * @throws IllegalStateException if no master key of this id is configured, or another one
     */
    SealingKey unwrap(WrappedKey wrapped) {
        return new SealingKey(
                known(wrapped.masterKey()).open(wrapped.subject(), PLACE, wrapped.wrapped()));
    }

    private SealingKey known(String id) {
        SealingKey key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("no master key with the id " + id + " is configured");
        }
        return key;
    }

    private static SealingKey parsed(String name, String base64) {
        try {
            return new SealingKey(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException e) {
            // Without the cause: its message may quote the key.
            throw new IllegalArgumentException("vault." + name + " must be 32 bytes in Base64");
        }
    }
}
