package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XX-03: what could not go on is erased with whom it is about. */
class WhoseKeySealsTest {

    private static final String ONE = "01a1fcb2-b09a-7107-a80e-369372f74d9d";
    private static final String OTHER = "01a1fcb2-b09a-7107-a80e-369372f74d9e";

    @Test
    void is_told_by_the_correlation_else_by_the_key() {
        assertThat(Sealing.subject(ONE, OTHER)).isEqualTo(UUID.fromString(ONE));
        assertThat(Sealing.subject(null, OTHER)).isEqualTo(UUID.fromString(OTHER));
        assertThat(Sealing.subject("nobody", OTHER)).isEqualTo(UUID.fromString(OTHER));
    }

    @Test
    void is_made_of_a_key_that_is_no_id_the_same_each_time() {
        assertThat(Sealing.subject(null, "a"))
                .isEqualTo(Sealing.subject("nobody", "a"))
                .isNotEqualTo(Sealing.subject(null, "b"));
        assertThat(Sealing.subject(null, null)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "01a1fcb2-b09a-7107-a80e-369372f74d9",
                "not a uuid but 36 characters long!!!!"
            })
    void is_never_told_by_half_an_id(String text) {
        assertThat(Sealing.uuid(text)).isNull();
    }
}
