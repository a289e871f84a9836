package org.redress.local;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords and keys of this installation: made up at its first start, then kept in one file. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final PropertyFile file;

    private Secrets(PropertyFile file) {
        this.file = file;
    }

    static Secrets in(Path folder) {
        return new Secrets(new PropertyFile(folder.resolve("secrets.properties")));
    }

    /** The password of this name, of letters, digits, - and _ only. */
    String password(String name) {
        return get(name, Base64.getUrlEncoder().withoutPadding());
    }

    String kafkaPassword(String user) {
        return password("kafka-" + user);
    }

    /** The key of this name: 32 random bytes in Base64. */
    String key(String name) {
        return get(name, Base64.getEncoder());
    }

    private synchronized String get(String name, Base64.Encoder encoder) {
        String known = file.get(name);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String secret = encoder.encodeToString(bytes);
        file.put(name, secret);
        return secret;
    }
}
