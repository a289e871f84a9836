package org.redress.platform.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An AES-256 key in GCM (NIST SP 800-38D), with a random nonce for each seal. Sealed: one byte of
 * format, the nonce, the ciphertext with its tag. Format, subject and place are authenticated, so
 * that nothing sealed can be moved unnoticed.
 */
final class SealingKey {

    static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int START = 1 + NONCE_BYTES;

    private final SecretKey key;

    SealingKey(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("an AES-256 key has 32 bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    static SealingKey random() {
        return new SealingKey(randomBytes(BYTES));
    }

    byte[] seal(UUID subject, String place, byte[] plain) {
        try {
            byte[] nonce = randomBytes(NONCE_BYTES);
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, subject, place);
            byte[] sealed = new byte[START + cipher.getOutputSize(plain.length)];
            sealed[0] = FORMAT;
            System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
            cipher.doFinal(plain, 0, plain.length, sealed, START);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal", e);
        }
    }

    /**
     * The content again.
     *
     * @throws IllegalStateException if this key did not seal it for this subject and place
     */
    byte[] open(UUID subject, String place, byte[] sealed) {
        if (sealed.length < START || sealed[0] != FORMAT) {
            throw new IllegalStateException("not sealed in a known format: " + place);
        }
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce, subject, place)
                    .doFinal(sealed, START, sealed.length - START);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("altered, moved or of another key: " + place, e);
        }
    }

    byte[] bytes() {
        return key.getEncoded();
    }

    private Cipher cipher(int mode, byte[] nonce, UUID subject, String place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(authenticated(subject, place));
        return cipher;
    }

    private static byte[] authenticated(UUID subject, String place) {
        byte[] name = place.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + 2 * Long.BYTES + name.length)
                .put(FORMAT)
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
                .put(name)
                .array();
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
