package org.redress.platform.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClientsThatComeTooOftenTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private final Buckets buckets = new Buckets(60, 3, 100);

    @Test
    void wait_until_the_bucket_has_a_token_again() {
        // given
        for (int i = 0; i < 3; i++) {
            assertThat(buckets.take("a", NOW)).isZero();
        }

        // then
        assertThat(buckets.take("a", NOW)).isEqualTo(Duration.ofSeconds(1));
        assertThat(buckets.take("b", NOW)).isZero();
        assertThat(buckets.take("a", NOW.plusSeconds(1))).isZero();
        assertThat(buckets.take("a", NOW.plusSeconds(1))).isPositive();
    }

    @Test
    void are_no_reason_to_remember_everybody() {
        for (int i = 0; i < 10_000; i++) {
            buckets.take("client " + i, NOW);
        }
        assertThat(buckets.clients()).isEqualTo(100);
    }

    @Test
    void are_not_forgotten_as_long_as_they_come() {
        // given
        for (int i = 0; i < 3; i++) {
            buckets.take("a", NOW);
        }
        for (int i = 0; i < 99; i++) {
            buckets.take("client " + i, NOW);
        }
        assertThat(buckets.take("a", NOW)).isPositive();

        // when
        buckets.take("one more", NOW);

        // then
        assertThat(buckets.take("a", NOW)).isPositive();
    }

    @Test
    void are_one_client_as_long_as_their_site_is_one() {
        assertThat(RateLimit.site("2001:db8:1:2:aaaa:bbbb:cccc:dddd"))
                .isEqualTo(RateLimit.site("2001:db8:1:2:1111:2222:3333:4444"))
                .isNotEqualTo(RateLimit.site("2001:db8:1:3:aaaa:bbbb:cccc:dddd"));
        assertThat(RateLimit.site("192.0.2.1")).isEqualTo("192.0.2.1");
    }
}
