package org.redress.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords and keys of this installation: made up at its first start, then kept in one file. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final Path file;
    private final Properties known = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets in(Path folder) {
        Secrets secrets = new Secrets(folder.resolve("secrets.properties"));
        if (Files.exists(secrets.file)) {
            try {
                secrets.known.load(new StringReader(Folders.read(secrets.file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return secrets;
    }

    /** The password of this name, of letters, digits, - and _ only. */
    String password(String name) {
        return get(name, Base64.getUrlEncoder().withoutPadding());
    }

    /** The password of one of Kafka's users. */
    String kafkaPassword(String user) {
        return password("kafka-" + user);
    }

    /** The key of this name: 32 random bytes in Base64. */
    String key(String name) {
        return get(name, Base64.getEncoder());
    }

    private synchronized String get(String name, Base64.Encoder encoder) {
        String secret = known.getProperty(name);
        if (secret == null) {
            byte[] bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            secret = encoder.encodeToString(bytes);
            known.setProperty(name, secret);
            save();
        }
        return secret;
    }

    private void save() {
        try {
            StringWriter content = new StringWriter();
            known.store(content, "Passwords and keys of this local installation only.");
            Folders.writePrivate(file, content.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
