package org.redress.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The access token of one person, renewed in time before it ends. */
final class Token {
    private static final Duration IN_TIME = Duration.ofMinutes(2);

    private final Supplier<String> login;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private String current = "";
    private Instant endsAt = Instant.MIN;

    Token(Supplier<String> login, InstantSource clock) {
        this.login = login;
        this.clock = clock;
    }

    String value() {
        lock.lock();
        try {
            if (!clock.instant().isBefore(endsAt)) {
                renew();
            }
            return current;
        } finally {
            lock.unlock();
        }
    }

    /** A token other than this one, which was refused. */
    String insteadOf(String refused) {
        lock.lock();
        try {
            if (current.equals(refused)) {
                renew();
            }
            return current;
        } finally {
            lock.unlock();
        }
    }

    private void renew() {
        current = login.get();
        endsAt = expiry(current).minus(IN_TIME);
    }

    /** The {@code exp} of a JSON Web Token (RFC 7519). */
    private static Instant expiry(String token) {
        try {
            byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
            return Instant.ofEpochSecond(Answer.JSON.readTree(claims).required("exp").asLong());
        } catch (IOException | RuntimeException e) {
            throw new Failure("Keycloak's answer is no token with an end.", e);
        }
    }
}
