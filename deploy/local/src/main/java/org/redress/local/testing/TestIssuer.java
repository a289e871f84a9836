package org.redress.local.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.redress.local.Ports;

/**
 * An OpenID Connect issuer that is only a discovery document and a key set, and signs what a test
 * asks for (RS256). The tokens have the shape of Keycloak's: roles in {@code realm_access.roles}.
 */
public final class TestIssuer implements AutoCloseable {

    // Quarkus loads the test and this resource by different class loaders: statics are not shared.
    private static final String ISSUER = "redress.test.issuer";
    private static final String KEY = "redress.test.issuer.key";
    private static final String KEY_ID = "test-key";
    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final HttpServer server;

    private TestIssuer(HttpServer server) {
        this.server = server;
    }

    /** Starts the issuer; the static methods sign for the one started last. */
    public static TestIssuer start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.ofLiteral(Ports.LOOPBACK), 0), 0);
            String issuer =
                    "http://"
                            + Ports.LOOPBACK
                            + ":"
                            + server.getAddress().getPort()
                            + "/realms/redress";
            KeyPair keys = newKeys();
            Map<String, Object> discovery =
                    Map.of(
                            "issuer", issuer,
                            "jwks_uri", issuer + "/certs",
                            "token_endpoint", issuer + "/token",
                            "authorization_endpoint", issuer + "/authorize",
                            "id_token_signing_alg_values_supported", List.of("RS256"));
            server.createContext(
                    "/realms/redress/.well-known/openid-configuration",
                    exchange -> answer(exchange, discovery));
            server.createContext(
                    "/realms/redress/certs", exchange -> answer(exchange, keySet(keys)));
            server.start();
            System.setProperty(ISSUER, issuer);
            System.setProperty(
                    KEY, Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
            return new TestIssuer(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What goes into {@code quarkus.oidc.auth-server-url}. */
    public static String url() {
        String issuer = System.getProperty(ISSUER);
        if (issuer == null) {
            throw new IllegalStateException("No TestIssuer was started");
        }
        return issuer;
    }

    /**
     * A valid token.
     *
     * @param person the person's id and login
     * @param units the organisation units whose cases the person may see, e.g. {@code hq/finance}
     */
    public static String token(String person, Set<String> roles, String... units) {
        return sign(claims(person, roles, units, now().plus(LIFETIME)), ownKey());
    }

    /** A token of ours that is meant for another audience than {@code redress}. */
    public static String tokenFor(String audience, String person, Set<String> roles) {
        Map<String, Object> claims =
                new HashMap<>(claims(person, roles, new String[0], now().plus(LIFETIME)));
        claims.put("aud", audience);
        return sign(claims, ownKey());
    }

    /** A token that was valid until an hour ago. */
    public static String expiredToken(String person, Set<String> roles, String... units) {
        return sign(claims(person, roles, units, now().minus(Duration.ofHours(1))), ownKey());
    }

    /** A token that claims to be ours, signed by a key that is not. */
    public static String foreignToken(String person, Set<String> roles, String... units) {
        return sign(claims(person, roles, units, now().plus(LIFETIME)), newKeys().getPrivate());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static Map<String, Object> claims(
            String person, Set<String> roles, String[] units, Instant expiresAt) {
        return Map.of(
                "iss", url(),
                "sub", UUID.nameUUIDFromBytes(person.getBytes(StandardCharsets.UTF_8)).toString(),
                "aud", "redress",
                "typ", "Bearer",
                "preferred_username", person,
                "realm_access", Map.of("roles", new TreeSet<>(roles)),
                "units", List.of(units),
                "iat", expiresAt.minus(LIFETIME).getEpochSecond(),
                "exp", expiresAt.getEpochSecond(),
                "jti", UUID.randomUUID().toString());
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    private static String sign(Map<String, Object> claims, PrivateKey key) {
        try {
            String content =
                    encode(Map.of("alg", "RS256", "typ", "JWT", "kid", KEY_ID))
                            + "."
                            + encode(claims);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey ownKey() {
        try {
            url();
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(
                                    Base64.getDecoder().decode(System.getProperty(KEY))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> keySet(KeyPair keys) {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "keys",
                List.of(
                        Map.of(
                                "kty",
                                "RSA",
                                "use",
                                "sig",
                                "alg",
                                "RS256",
                                "kid",
                                KEY_ID,
                                "n",
                                unsigned(key.getModulus()),
                                "e",
                                unsigned(key.getPublicExponent()))));
    }

    /** RFC 7518, section 6.3.1: big-endian without a sign octet. */
    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static String encode(Map<String, Object> content) {
        try {
            return BASE64.encodeToString(JSON.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, Map<String, Object> content)
            throws IOException {
        byte[] body = JSON.writeValueAsBytes(content);
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
