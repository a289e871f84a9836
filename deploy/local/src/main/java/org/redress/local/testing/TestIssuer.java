package org.redress.local.testing;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.redress.local.Ports;
import org.redress.local.Unchecked;

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

    private final HttpServer server;

    private TestIssuer(HttpServer server) {
        this.server = server;
    }

    /** Starts the issuer; the static methods sign for the one started last. */
    public static TestIssuer start() {
        var address = new InetSocketAddress(InetAddress.ofLiteral(Ports.LOOPBACK), 0);
        HttpServer server = Unchecked.get(() -> HttpServer.create(address, 0));
        String issuer =
                "http://%s:%d/realms/redress"
                        .formatted(Ports.LOOPBACK, server.getAddress().getPort());
        RsaJsonWebKey key = newKey();
        String discovery =
                """
                {"issuer": "ISSUER", "jwks_uri": "ISSUER/certs", "token_endpoint": "ISSUER/token",
                 "authorization_endpoint": "ISSUER/authorize",
                 "id_token_signing_alg_values_supported": ["RS256"]}\
                """
                        .replace("ISSUER", issuer);
        serve(server, "/realms/redress/.well-known/openid-configuration", discovery);
        serve(server, "/realms/redress/certs", new JsonWebKeySet(key).toJson());
        server.start();
        System.setProperty(ISSUER, issuer);
        System.setProperty(KEY, key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        return new TestIssuer(server);
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
        JwtClaims claims = claims(person, roles, new String[0], now().plus(LIFETIME));
        claims.setAudience(audience);
        return sign(claims, ownKey());
    }

    /** A token that was valid until an hour ago. */
    public static String expiredToken(String person, Set<String> roles, String... units) {
        return sign(claims(person, roles, units, now().minus(Duration.ofHours(1))), ownKey());
    }

    /** A token that claims to be ours, signed by a key that is not. */
    public static String foreignToken(String person, Set<String> roles, String... units) {
        return sign(claims(person, roles, units, now().plus(LIFETIME)), newKey());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static JwtClaims claims(
            String person, Set<String> roles, String[] units, Instant expiresAt) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(url());
        claims.setSubject(
                UUID.nameUUIDFromBytes(person.getBytes(StandardCharsets.UTF_8)).toString());
        claims.setAudience("redress");
        claims.setClaim("typ", "Bearer");
        claims.setClaim("preferred_username", person);
        claims.setClaim("realm_access", Map.of("roles", List.copyOf(new TreeSet<>(roles))));
        claims.setClaim("units", List.of(units));
        claims.setIssuedAt(NumericDate.fromSeconds(expiresAt.minus(LIFETIME).getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(expiresAt.getEpochSecond()));
        claims.setGeneratedJwtId();
        return claims;
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    private static String sign(JwtClaims claims, RsaJsonWebKey key) {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue("RS256");
        token.setHeader("typ", "JWT");
        token.setKeyIdHeaderValue(KEY_ID);
        token.setKey(key.getPrivateKey());
        token.setPayload(claims.toJson());
        return Unchecked.get(token::getCompactSerialization);
    }

    private static RsaJsonWebKey ownKey() {
        url();
        return Unchecked.get(
                () -> (RsaJsonWebKey) JsonWebKey.Factory.newJwk(System.getProperty(KEY)));
    }

    private static RsaJsonWebKey newKey() {
        RsaJsonWebKey key = Unchecked.get(() -> RsaJwkGenerator.generateJwk(2048));
        key.setKeyId(KEY_ID);
        key.setUse("sig");
        key.setAlgorithm("RS256");
        return key;
    }

    private static void serve(HttpServer server, String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(
                path,
                exchange -> {
                    try (exchange) {
                        exchange.getResponseHeaders().add("Content-Type", "application/json");
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                    }
                });
    }
}
