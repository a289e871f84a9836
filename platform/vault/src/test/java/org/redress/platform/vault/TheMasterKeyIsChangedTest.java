package org.redress.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithKeys
class TheMasterKeyIsChangedTest {

    private static final String COLUMN = "thing.words";

    @Inject
    @DataSource("keys")
    javax.sql.DataSource database;

    private final MasterKeys before = new MasterKeys("first", Keys.FIRST, Map.of());
    private final MasterKeys during =
            new MasterKeys("second", Keys.SECOND, Map.of("first", Keys.FIRST));
    private final MasterKeys after = new MasterKeys("second", Keys.SECOND, Map.of());

    @BeforeEach
    void nobodyHasAKey() throws Exception {
        try (var connection = database.getConnection()) {
            connection.createStatement().execute("truncate subject_key, master_key_proof");
        }
    }

    @Test
    void what_an_earlier_key_wrapped_opens_and_is_wrapped_anew_until_the_earlier_key_can_go() {
        // given
        Keys keys = new Keys(database);
        List<UUID> subjects = Stream.generate(UUID::randomUUID).limit(1_100).toList();
        keys.replica(before).prepare(subjects);
        UUID subject = subjects.getLast();
        byte[] sealed = keys.replica(before).seal(subject, COLUMN, "words");
        assertThat(keys.replica(during).open(subject, COLUMN, sealed)).isEqualTo("words");

        // when
        new Rotation(keys.table(), during).wrapAnew();

        // then
        assertThat(keys.table().wrappedBy(List.of("first"), 1)).isEmpty();
        assertThat(keys.replica(after).open(subject, COLUMN, sealed)).isEqualTo("words");
    }

    @Test
    void a_subject_destroyed_while_its_key_is_wrapped_anew_stays_destroyed() {
        // given
        Keys keys = new Keys(database);
        UUID subject = UUID.randomUUID();
        keys.replica(before).prepare(List.of(subject));
        List<WrappedKey> old = keys.table().wrappedBy(List.of("first"), 1);

        // when
        keys.replica(before).destroy(List.of(subject));
        keys.table()
                .replace(old, List.of(new WrappedKey(subject, old.getFirst().wrapped(), "second")));

        // then
        assertThat(keys.row(subject)).containsExactly("null", "null");
    }

    @Test
    void without_the_earlier_key_what_it_wrapped_is_refused_and_not_lost() {
        // given
        Keys keys = new Keys(database);
        UUID subject = UUID.randomUUID();
        byte[] sealed = keys.replica(before).seal(subject, COLUMN, "words");

        // then
        assertThatThrownBy(() -> keys.replica(after).open(subject, COLUMN, sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("first");
        assertThat(keys.replica(before).open(subject, COLUMN, sealed)).isEqualTo("words");
    }

    @Test
    void another_key_under_a_known_id_fails_the_start() {
        // given
        KeyTable table = new Keys(database).table();
        new Rotation(table, before).prove(new StartupEvent());

        // then
        assertThatCode(() -> new Rotation(table, during).prove(new StartupEvent()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        new Rotation(table, new MasterKeys("first", Keys.SECOND, Map.of()))
                                .prove(new StartupEvent()))
                .hasMessageContaining("vault.master-key-id");
    }

    @Test
    void a_program_beside_the_service_opens_what_the_service_sealed() {
        // given
        UUID subject = UUID.randomUUID();
        byte[] sealed = new Keys(database).replica(before).seal(subject, COLUMN, "words");

        // when
        Vault beside = Vault.over(database, "second", Keys.SECOND, Map.of("first", Keys.FIRST));

        // then
        assertThat(beside.open(subject, COLUMN, sealed)).isEqualTo("words");
    }

    @Test
    void the_keys_come_from_the_environment() {
        // when
        var settings =
                new SmallRyeConfigBuilder()
                        .withSources(
                                new EnvConfigSource(
                                        Map.of(
                                                "VAULT_MASTER_KEY", Keys.SECOND,
                                                "VAULT_MASTER_KEY_ID", "2026-11",
                                                "VAULT_EARLIER_MASTER_KEYS__1_", Keys.FIRST),
                                        300))
                        .withMapping(VaultSettings.class)
                        .build()
                        .getConfigMapping(VaultSettings.class);

        // then
        assertThat(new MasterKeys(settings).currentId()).isEqualTo("2026-11");
        assertThat(new MasterKeys(settings).earlierIds()).containsExactly("1");
    }

    @Test
    void a_key_that_is_none_is_refused_without_being_quoted() {
        assertThatThrownBy(() -> new MasterKeys("1", "not Base64: secret", Map.of()))
                .hasMessage("vault.master-key must be 32 bytes in Base64");
        assertThatThrownBy(() -> new MasterKeys("1", "c2hvcnQ=", Map.of()))
                .hasMessage("vault.master-key must be 32 bytes in Base64");
        assertThatThrownBy(() -> new MasterKeys("1", Keys.FIRST, Map.of("1", Keys.SECOND)))
                .hasMessageContaining("vault.earlier-master-keys");
    }
}
