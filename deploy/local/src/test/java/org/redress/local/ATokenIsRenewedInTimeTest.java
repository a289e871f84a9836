package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ATokenIsRenewedInTimeTest {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final AtomicInteger logins = new AtomicInteger();
    private Instant now = Instant.parse("2026-11-21T06:00:00Z");
    private final Token token = new Token(this::login, () -> now);

    @Test
    void aGoodTokenIsUsedAgain() {
        String first = token.value();

        assertThat(token.value()).isEqualTo(first);
        assertThat(logins).hasValue(1);
    }

    @Test
    void aTokenThatIsAboutToEndIsReplaced() {
        // given
        String first = token.value();
        // when
        now = now.plus(LIFE).minusSeconds(10);
        // then
        assertThat(token.value()).isNotEqualTo(first);
        assertThat(logins).hasValue(2);
    }

    @Test
    void manyRequestsThatWereRefusedLogInOnce() {
        // given
        String refused = token.value();
        // when
        String other = token.insteadOf(refused);
        // then
        assertThat(token.insteadOf(refused)).isEqualTo(other).isNotEqualTo(refused);
        assertThat(logins).hasValue(2);
    }

    @Test
    void whatIsNoTokenIsOneSentence() {
        assertThatThrownBy(() -> new Token(() -> "<html>", () -> now).value())
                .isInstanceOf(Failure.class)
                .hasMessage("Keycloak's answer is no token with an end.");
    }

    private String login() {
        String claims =
                "{\"jti\":%d,\"exp\":%d}"
                        .formatted(logins.incrementAndGet(), now.plus(LIFE).getEpochSecond());
        return "e30."
                + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".sig";
    }
}
