package org.redress.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** XX-03. */
@WithKeys
class TheDestroyedIsGoneForEverTest {

    private static final String WORDS = "家住幸福路 8 号";
    private static final String COLUMN = "note.words";

    @Inject Vault vault;
    @Inject MasterKeys masters;
    @Inject javax.sql.DataSource data;

    @Inject
    @DataSource("keys")
    javax.sql.DataSource keys;

    private final UUID subject = UUID.randomUUID();

    @BeforeEach
    void aTableOfNotes() throws SQLException {
        sql("create table if not exists note (subject uuid, words bytea)");
    }

    @Test
    void what_was_sealed_does_not_open_and_nothing_is_left_of_the_key() {
        // given
        byte[] sealed = vault.seal(subject, COLUMN, WORDS);

        // when
        vault.destroy(List.of(subject));

        // then
        assertThat(vault.open(subject, COLUMN, sealed)).isNull();
        assertThat(vault.isDestroyed(subject)).isTrue();
        assertThat(new Keys(keys).row(subject)).containsExactly("null", "null");
    }

    @Test
    void a_late_event_makes_no_new_key() {
        // given
        vault.destroy(List.of(subject));

        // when
        vault.prepare(List.of(subject));

        // then
        assertThat(vault.seal(subject, COLUMN, WORDS)).isNull();
        assertThat(new Keys(keys).row(subject)).containsExactly("null", "null");
    }

    @Test
    void a_restored_backup_of_the_data_cannot_be_opened() throws SQLException {
        // given
        store(vault.seal(subject, COLUMN, WORDS));
        sql("drop table if exists backup");
        sql("create table backup as table note");

        // when
        vault.destroy(List.of(subject));
        sql("delete from note");
        sql("insert into note table backup");

        // then
        byte[] restored = stored();
        assertThat(restored).isNotNull();
        assertThat(vault.open(subject, COLUMN, restored)).isNull();
    }

    @Test
    void others_keep_their_words_and_erasing_again_changes_nothing() {
        // given
        UUID other = UUID.randomUUID();
        byte[] sealed = vault.seal(other, COLUMN, WORDS);

        // when
        vault.destroy(List.of(subject));
        vault.destroy(List.of(subject, subject));
        vault.destroy(List.of());

        // then
        assertThat(vault.open(other, COLUMN, sealed)).isEqualTo(WORDS);
        assertThat(vault.isDestroyed(other)).isFalse();
        assertThat(vault.isDestroyed(UUID.randomUUID())).isFalse();
    }

    @Test
    void another_replica_uses_a_key_that_it_has_at_hand_for_five_seconds_at_most() {
        // given
        Keys shared = new Keys(keys);
        Vault here = shared.replica();
        Vault there = shared.replica();
        byte[] sealed = here.seal(subject, COLUMN, WORDS);
        assertThat(there.open(subject, COLUMN, sealed)).isEqualTo(WORDS);

        // when
        here.destroy(List.of(subject));
        shared.secondsPass(5);

        // then
        assertThat(there.open(subject, COLUMN, sealed)).isNull();
        assertThat(there.seal(subject, COLUMN, WORDS)).isNull();
    }

    @Test
    void whether_a_subject_is_destroyed_is_never_remembered_wrongly() {
        // given
        Keys shared = new Keys(keys);
        Vault there = shared.replica();
        there.seal(subject, COLUMN, WORDS);

        // when
        shared.replica().destroy(List.of(subject));

        // then
        assertThat(there.isDestroyed(subject)).isTrue();
    }

    @Test
    void neither_a_key_nor_its_end_is_undone_with_the_callers_transaction() {
        // given
        UUID sealedInVain = UUID.randomUUID();

        // when
        QuarkusTransaction.begin();
        byte[] sealed = vault.seal(sealedInVain, COLUMN, WORDS);
        vault.destroy(List.of(subject));
        QuarkusTransaction.rollback();

        // then
        assertThat(new Keys(keys).replica(masters).open(sealedInVain, COLUMN, sealed))
                .isEqualTo(WORDS);
        assertThat(vault.isDestroyed(subject)).isTrue();
    }

    private void store(byte[] words) throws SQLException {
        try (var connection = data.getConnection();
                var insert = connection.prepareStatement("insert into note values (?, ?)")) {
            insert.setObject(1, subject);
            insert.setBytes(2, words);
            insert.executeUpdate();
        }
    }

    private byte[] stored() throws SQLException {
        try (var connection = data.getConnection();
                var find =
                        connection.prepareStatement("select words from note where subject = ?")) {
            find.setObject(1, subject);
            try (var rows = find.executeQuery()) {
                rows.next();
                return rows.getBytes(1);
            }
        }
    }

    private void sql(String statement) throws SQLException {
        try (var connection = data.getConnection()) {
            connection.createStatement().execute(statement);
        }
    }
}
