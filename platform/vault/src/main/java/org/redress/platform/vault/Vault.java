package org.redress.platform.vault;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Seals words at rest (XX-01, XX-02) and erases them (XX-03). A subject is a person or a thing
 * whose words are erased together. Every method may be called inside a transaction of the data and
 * takes no part in it.
 *
 * <p>All methods throw {@link KeysUnavailable} while the keys' database is away.
 */
@ApplicationScoped
public class Vault {

    private final KeyRing keys;

    Vault(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * A vault for a program without configuration of its own, over this database of keys.
     *
     * @param masterKey 32 bytes in Base64, as {@code vault.master-key}
     * @param earlierMasterKeys as {@code vault.earlier-master-keys}, by their ids
     */
    public static Vault over(
            DataSource keys,
            String masterKeyId,
            String masterKey,
            Map<String, String> earlierMasterKeys) {
        var masters = new MasterKeys(masterKeyId, masterKey, earlierMasterKeys);
        return new Vault(new KeyRing(new KeyTable(keys), masters));
    }

    /**
     * The words under the subject's key, which is made on first use.
     *
     * @param column where they will rest, like {@code thing.description}: they open nowhere else
     * @return null for null words and for a destroyed subject
     */
    public byte @Nullable [] seal(UUID subject, String column, @Nullable String words) {
        return sealBytes(
                subject, column, words == null ? null : words.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The words that were sealed for this subject and column.
     *
     * @return null for null and for a destroyed subject
     * @throws IllegalStateException if they were altered, or sealed for another subject or column
     */
    public @Nullable String open(UUID subject, String column, byte @Nullable [] sealed) {
        byte[] content = openBytes(subject, column, sealed);
        return content == null ? null : new String(content, StandardCharsets.UTF_8);
    }

    /** As {@link #seal}, for content that is no text. */
    public byte @Nullable [] sealBytes(UUID subject, String column, byte @Nullable [] content) {
        if (content == null) {
            return null;
        }
        return keyOf(keys.made(List.of(subject)), subject)
                .map(key -> key.seal(subject, column, content))
                .orElse(null);
    }

    /** As {@link #open}, for content that is no text. */
    public byte @Nullable [] openBytes(UUID subject, String column, byte @Nullable [] sealed) {
        if (sealed == null) {
            return null;
        }
        return keyOf(keys.known(List.of(subject)), subject)
                .map(key -> key.open(subject, column, sealed))
                .orElse(null);
    }

    /**
     * A new subject whose key is made: one of several that were made together if many are asked
     * for.
     *
     * @param ids gives ids that nobody has used
     */
    public UUID newSubject(Supplier<UUID> ids) {
        return keys.fresh(ids);
    }

    /** Makes the keys of many subjects in one trip, before a batch is sealed. */
    public void prepare(Collection<UUID> subjects) {
        if (!subjects.isEmpty()) {
            keys.made(subjects);
        }
    }

    /** Fetches the keys of many subjects in one trip, before a list is opened; makes none. */
    public void fetch(Collection<UUID> subjects) {
        if (!subjects.isEmpty()) {
            keys.known(subjects);
        }
    }

    /**
     * Erases: nothing that was or will be sealed for these subjects can ever be read again (XX-03);
     * in other replicas after five seconds at the latest. May be repeated.
     */
    public void destroy(Collection<UUID> subjects) {
        if (!subjects.isEmpty()) {
            keys.destroy(subjects);
        }
    }

    /** Whether the subject is erased at this moment, in whatever replica that was. */
    public boolean isDestroyed(UUID subject) {
        return keys.isDestroyed(subject);
    }

    private static Optional<SealingKey> keyOf(Map<UUID, Optional<SealingKey>> found, UUID subject) {
        Optional<SealingKey> key = found.get(subject);
        if (key == null) {
            throw new IllegalStateException("there was never a key for " + subject);
        }
        return key;
    }
}
