package org.redress.intake.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class CustomerKeyTest {

    private static final byte[] PLAIN = "李娜 13800138000".getBytes(UTF_8);

    private final CustomerKey key = CustomerKey.random();

    @Test
    void what_was_sealed_opens_with_the_same_key_for_the_same_row() {
        assertThat(key.open(key.seal(PLAIN, "row"), "row")).isEqualTo(PLAIN);
    }

    @Test
    void nothing_of_the_text_shows_and_no_two_seals_are_alike() {
        assertThat(new String(key.seal(PLAIN, "row"), UTF_8)).doesNotContain("13800138000");
        assertThat(key.seal(PLAIN, "row")).isNotEqualTo(key.seal(PLAIN, "row"));
    }

    @Test
    void another_key_does_not_open_it() {
        byte[] sealed = key.seal(PLAIN, "row");

        assertThatThrownBy(() -> CustomerKey.random().open(sealed, "row"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void moved_to_another_row_it_does_not_open() {
        byte[] sealed = key.seal(PLAIN, "row");

        assertThatThrownBy(() -> key.open(sealed, "another row"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_wrapped_key_comes_back_only_with_the_same_master_key() {
        // given
        Vault vault = vault('a');
        CustomerKey fresh = vault.newKey();
        byte[] wrapped = vault.wrap(fresh, "customer");

        // then
        assertThat(vault.unwrap(wrapped, "customer").open(fresh.seal(PLAIN, "row"), "row"))
                .isEqualTo(PLAIN);
        assertThatThrownBy(() -> vault('b').unwrap(wrapped, "customer"))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Vault vault(char letter) {
        byte[] master = Character.toString(letter).repeat(32).getBytes(UTF_8);
        return new Vault(Base64.getEncoder().encodeToString(master));
    }
}
