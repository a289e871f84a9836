package org.redress.notification.links;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes and judges the tokens of {@code /a/{token}}: key id, message id and expiry, signed with
 * HMAC-SHA256 over these and the purpose.
 */
@ApplicationScoped
public class AcknowledgeLinks {
    private static final byte[] PURPOSE = "redress/acknowledge/1:".getBytes(UTF_8);
    private static final byte[] MARK = "redress/mark/1:".getBytes(UTF_8);
    private static final int CLAIM = 2 * Long.BYTES + Long.BYTES;
    private static final int SHORTEST_KEY = 32;
    private static final int LONGEST_TOKEN = 200;

    private final Map<String, SecretKeySpec> keys = new HashMap<>();
    private final LinkKeys settings;
    private final String publicUrl;
    private final Clock clock;

    AcknowledgeLinks(
            LinkKeys settings,
            @ConfigProperty(name = "redress.notification.public-url") String publicUrl,
            Clock clock) {
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.clock = clock;
        settings.earlierKeys().forEach(this::learn);
        learn(settings.keyId(), settings.key());
    }

    private void learn(String id, String base64) {
        var key = Base64.getDecoder().decode(base64);
        if (key.length < SHORTEST_KEY || !id.matches("[A-Za-z0-9_-]{1,16}")) {
            throw new IllegalArgumentException(
                    "redress.notification.link: a key is 32 bytes or more in base64,"
                            + " its id a short word");
        }
        keys.put(id, new SecretKeySpec(key, "HmacSHA256"));
    }

    /** The link that acknowledges this message; the same message and time give the same link. */
    public String to(UUID messageId, Instant firstDue) {
        var expiry = firstDue.plus(settings.lifetime()).getEpochSecond();
        var claim =
                ByteBuffer.allocate(CLAIM)
                        .putLong(messageId.getMostSignificantBits())
                        .putLong(messageId.getLeastSignificantBits())
                        .putLong(expiry)
                        .array();
        var keyId = settings.keyId();
        return "%s/a/%s.%s.%s"
                .formatted(publicUrl, keyId, base64(claim), base64(sign(keyId, claim)));
    }

    /** Judges a token that came in from outside. */
    public LinkVerdict judge(String token) {
        var parts = token.split("\\.", -1);
        if (token.length() > LONGEST_TOKEN || parts.length != 3 || !keys.containsKey(parts[0])) {
            return new LinkVerdict.Forged();
        }
        try {
            var claim = Base64.getUrlDecoder().decode(parts[1]);
            var signature = base64(sign(parts[0], claim)).getBytes(UTF_8);
            return claim.length == CLAIM
                            && MessageDigest.isEqual(signature, parts[2].getBytes(UTF_8))
                    ? judge(ByteBuffer.wrap(claim))
                    : new LinkVerdict.Forged();
        } catch (IllegalArgumentException _) {
            return new LinkVerdict.Forged();
        }
    }

    private LinkVerdict judge(ByteBuffer claim) {
        var messageId = new UUID(claim.getLong(), claim.getLong());
        return clock.instant().getEpochSecond() < claim.getLong()
                ? new LinkVerdict.Valid(messageId)
                : new LinkVerdict.Expired(messageId);
    }

    /** A keyed digest of a text: whoever has no key can neither read nor guess the text from it. */
    public byte[] mark(String text) {
        return sign(MARK, settings.keyId(), text.getBytes(UTF_8));
    }

    private byte[] sign(String keyId, byte[] claim) {
        return sign(PURPOSE, keyId, claim);
    }

    private byte[] sign(byte[] purpose, String keyId, byte[] claim) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.get(keyId));
            mac.update(purpose);
            mac.update(keyId.getBytes(UTF_8));
            mac.update((byte) ':');
            return mac.doFinal(claim);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
