package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ATokenIsRenewedInTimeTest {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private int logins;
    private Instant now = Instant.parse("2026-11-21T06:00:00Z");
    private final Token token = new Token(this::login, () -> now);

    @Test
    void a_good_token_is_used_again() {
        assertThat(token.get()).isEqualTo("token 1");

        now = now.plus(LIFE).minusSeconds(121);

        assertThat(token.get()).isEqualTo("token 1");
    }

    @Test
    void a_token_that_is_good_for_less_than_two_minutes_is_replaced() {
        assertThat(token.get()).isEqualTo("token 1");

        now = now.plus(LIFE).minusSeconds(119);

        assertThat(token.get()).isEqualTo("token 2");
    }

    private JsonNode login() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("access_token", "token " + ++logins)
                .put("expires_in", LIFE.toSeconds());
    }
}
