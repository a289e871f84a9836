package org.redress.platform.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** The master keys: 32 random bytes in Base64 each ({@code openssl rand -base64 32}). */
@ConfigMapping(prefix = "vault")
interface VaultSettings {

    /** Wraps the keys of subjects: 32 random bytes in Base64; whoever loses it loses all words. */
    String masterKey();

    /** Names the master key in the keys' database; a new key needs a new id. */
    @WithDefault("1")
    String masterKeyId();

    /** Keys that wrapped before, by their ids: kept until everything is wrapped anew. */
    Map<String, String> earlierMasterKeys();
}
