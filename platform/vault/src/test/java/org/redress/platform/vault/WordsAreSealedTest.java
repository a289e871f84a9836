package org.redress.platform.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.agroal.DataSource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@WithKeys
class WordsAreSealedTest {

    private static final String WORDS = "林晓雯 lin.xiaowen@example.com";
    private static final String COLUMN = "thing.description";

    @Inject Vault vault;
    @Inject MasterKeys masters;

    @Inject
    @DataSource("keys")
    javax.sql.DataSource keys;

    private final UUID subject = UUID.randomUUID();

    @Test
    void sealed_words_open_again_and_show_nothing_meanwhile() {
        // when
        byte[] sealed = vault.seal(subject, COLUMN, WORDS);

        // then
        assertThat(new String(sealed, UTF_8)).doesNotContain("林", "example");
        assertThat(vault.open(subject, COLUMN, sealed)).isEqualTo(WORDS);
    }

    @Test
    void no_two_seals_are_alike() {
        assertThat(vault.seal(subject, COLUMN, WORDS))
                .isNotEqualTo(vault.seal(subject, COLUMN, WORDS));
    }

    @Test
    void no_words_stay_no_words_and_empty_ones_stay_empty() {
        assertThat(vault.seal(subject, COLUMN, null)).isNull();
        assertThat(vault.open(subject, COLUMN, null)).isNull();
        assertThat(vault.open(subject, COLUMN, vault.seal(subject, COLUMN, ""))).isEmpty();
    }

    @Test
    void moved_to_another_column_they_do_not_open() {
        byte[] sealed = vault.seal(subject, COLUMN, WORDS);

        assertThatThrownBy(() -> vault.open(subject, "thing.remedy", sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("thing.remedy");
    }

    @Test
    void moved_to_another_subject_they_do_not_open() {
        // given
        byte[] sealed = vault.seal(subject, COLUMN, WORDS);
        UUID other = UUID.randomUUID();
        vault.prepare(List.of(other));

        // then
        assertThatThrownBy(() -> vault.open(other, COLUMN, sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.open(UUID.randomUUID(), COLUMN, sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nor_do_they_open_with_a_key_that_was_moved_to_another_subject() throws SQLException {
        // given
        UUID other = UUID.randomUUID();
        vault.prepare(List.of(subject, other));
        try (var connection = keys.getConnection();
                var move =
                        connection.prepareStatement(
                                "update subject_key set wrapped = (select wrapped from subject_key where subject = ?) where subject = ?")) {
            move.setObject(1, subject);
            move.setObject(2, other);
            move.executeUpdate();
        }

        // then
        Vault elsewhere = new Keys(keys).replica(masters);
        assertThatThrownBy(() -> elsewhere.seal(other, COLUMN, WORDS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("moved");
    }

    @Test
    void with_any_byte_altered_they_do_not_open() {
        byte[] sealed = vault.seal(subject, COLUMN, WORDS);

        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> vault.open(subject, COLUMN, altered))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> vault.open(subject, COLUMN, new byte[5]))
                .isInstanceOf(IllegalStateException.class);
    }
}
