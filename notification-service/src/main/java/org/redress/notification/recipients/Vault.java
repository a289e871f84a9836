package org.redress.notification.recipients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * Personal data at rest (XX-01, XX-02): AES-256-GCM under a key per subject, a customer or a case,
 * which is itself wrapped by the master key. A destroyed key makes whatever was sealed with it
 * unreadable for ever, backups of this table aside, and is never made again.
 */
@ApplicationScoped
public class Vault {
    private static final int NONCE = 12;
    private static final int KEY = 32;

    private final Jdbi jdbi;
    private final byte[] master;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Vault(Jdbi jdbi, @ConfigProperty(name = "redress.notification.master-key") String master) {
        this.jdbi = jdbi;
        this.master = Base64.getDecoder().decode(master);
        if (this.master.length != KEY) {
            throw new IllegalArgumentException(
                    "redress.notification.master-key must be 32 bytes in base64");
        }
    }

    /** The sealed text, or empty when the subject has been erased. */
    public Optional<byte[]> seal(String subject, String text) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "insert into vault_keys (subject, wrapped) values"
                                        + " (:subject, :wrapped) on conflict do nothing")
                        .bind("subject", subject)
                        .bind("wrapped", encrypt(master, subject, random(KEY)))
                        .execute());
        return key(subject)
                .map(key -> encrypt(key, subject, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The text that was sealed for this subject, or empty when the subject has been erased. */
    public Optional<String> open(String subject, byte[] sealed) {
        return key(subject)
                .map(key -> new String(decrypt(key, subject, sealed), StandardCharsets.UTF_8));
    }

    /** Erases the subject (XX-03). */
    public void destroy(String subject) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "insert into vault_keys (subject) values (:subject)"
                                        + " on conflict (subject)"
                                        + " do update set wrapped = null")
                        .bind("subject", subject)
                        .execute());
    }

    private Optional<byte[]> key(String subject) {
        return jdbi.withHandle(handle ->
                        handle.createQuery(
                                        "select wrapped from vault_keys where"
                                                + " subject = :subject and wrapped is not"
                                                + " null")
                                .bind("subject", subject)
                                .mapTo(byte[].class)
                                .findOne())
                .map(wrapped -> decrypt(master, subject, wrapped));
    }

    private byte[] encrypt(byte[] key, String subject, byte[] plain) {
        var nonce = random(NONCE);
        var sealed = apply(Cipher.ENCRYPT_MODE, key, nonce, subject, plain, 0);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    private static byte[] decrypt(byte[] key, String subject, byte[] sealed) {
        return apply(Cipher.DECRYPT_MODE, key, sealed, subject, sealed, NONCE);
    }

    private static byte[] apply(
            int mode, byte[] key, byte[] nonce, String subject, byte[] input, int from) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(128, nonce, 0, NONCE));
            cipher.updateAAD(subject.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input, from, input.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the vault cannot be read or written", e);
        }
    }

    private byte[] random(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
