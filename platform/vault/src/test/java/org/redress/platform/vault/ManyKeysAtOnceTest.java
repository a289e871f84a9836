package org.redress.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.agroal.DataSource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@WithKeys
class ManyKeysAtOnceTest {

    private static final String COLUMN = "thing.words";

    @Inject
    @DataSource("keys")
    javax.sql.DataSource database;

    @Test
    void a_batch_of_subjects_is_one_trip_and_sealing_them_is_none() {
        // given
        Keys keys = new Keys(database);
        Vault vault = keys.replica();
        List<UUID> subjects = subjects(200);

        // when
        vault.prepare(subjects);

        // then
        assertThat(keys.trips()).isEqualTo(1);
        subjects.forEach(subject -> vault.seal(subject, COLUMN, "words"));
        assertThat(keys.trips()).isZero();
    }

    @Test
    void a_list_is_fetched_in_one_trip_which_makes_no_keys() {
        // given
        Keys keys = new Keys(database);
        List<UUID> subjects = subjects(50);
        Vault writer = keys.replica();
        List<byte[]> sealed =
                subjects.stream().map(subject -> writer.seal(subject, COLUMN, "words")).toList();
        UUID stranger = UUID.randomUUID();
        keys.trips();

        // when
        Vault reader = keys.replica();
        reader.fetch(Stream.concat(subjects.stream(), Stream.of(stranger)).toList());
        for (int i = 0; i < subjects.size(); i++) {
            assertThat(reader.open(subjects.get(i), COLUMN, sealed.get(i))).isEqualTo("words");
        }

        // then
        assertThat(keys.trips()).isEqualTo(1);
        assertThat(keys.row(stranger)).isEmpty();
        assertThat(reader.open(stranger, COLUMN, reader.seal(stranger, COLUMN, "words")))
                .isEqualTo("words");
    }

    @Test
    void many_new_subjects_share_a_trip() {
        // given
        Keys keys = new Keys(database);
        Vault vault = keys.replica();

        // when
        List<UUID> subjects = newSubjects(vault, 255);

        // then
        assertThat(keys.trips()).isEqualTo(9);
        assertThat(subjects).doesNotHaveDuplicates();
        subjects.forEach(subject -> vault.seal(subject, COLUMN, "words"));
        assertThat(keys.trips()).isZero();
    }

    @Test
    void keys_that_were_made_in_advance_are_used_no_longer_than_any_key() {
        // given
        Keys keys = new Keys(database);
        Vault vault = keys.replica();
        assertThat(newSubjects(vault, 10)).hasSize(10);
        keys.trips();

        // when
        keys.secondsPass(5);
        vault.newSubject(UUID::randomUUID);
        keys.secondsPass(1);
        vault.newSubject(UUID::randomUUID);

        // then
        assertThat(keys.trips()).isEqualTo(2);
    }

    @Test
    void whoever_makes_one_key_at_the_same_time_gets_the_same_key() throws Exception {
        // given
        Keys keys = new Keys(database);
        int writers = 6;
        CyclicBarrier together = new CyclicBarrier(writers);

        for (int round = 0; round < 40; round++) {
            List<UUID> subjects = subjects(3);
            List<Callable<List<byte[]>>> work = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                Vault replica = keys.replica();
                List<UUID> mine = new ArrayList<>(subjects);
                Collections.rotate(mine, i);
                work.add(() -> {
                    together.await();
                    replica.prepare(mine);
                    return subjects.stream()
                            .map(subject -> replica.seal(subject, COLUMN, "words"))
                            .toList();
                });
            }

            // when
            try (var threads = Executors.newFixedThreadPool(writers)) {
                for (var result : threads.invokeAll(work)) {
                    // then
                    for (int i = 0; i < subjects.size(); i++) {
                        assertThat(
                                        keys.replica()
                                                .open(subjects.get(i), COLUMN, result.get().get(i)))
                                .isEqualTo("words");
                    }
                }
            }
        }
    }

    @Test
    void no_more_keys_are_kept_at_hand_than_the_bound() {
        // given
        Keys keys = new Keys(database);
        Vault vault = keys.replica();
        List<UUID> subjects = subjects(10_001);
        vault.prepare(subjects);
        keys.trips();

        // when
        subjects.forEach(subject -> vault.seal(subject, COLUMN, "words"));

        // then
        assertThat(keys.trips()).isPositive();
    }

    @Test
    void a_database_that_is_away_is_seen_as_an_outage() {
        // given
        PGSimpleDataSource nobody = new PGSimpleDataSource();
        nobody.setUrl("jdbc:postgresql://127.0.0.1:1/nobody");
        Vault vault = new Keys(nobody).replica();

        // then
        assertThatThrownBy(() -> vault.seal(UUID.randomUUID(), COLUMN, "words"))
                .isInstanceOf(KeysUnavailable.class)
                .cause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        outage -> assertThat(outage.getSQLState()).startsWith("08"));
    }

    private static List<UUID> newSubjects(Vault vault, int count) {
        return Stream.generate(() -> vault.newSubject(UUID::randomUUID)).limit(count).toList();
    }

    private static List<UUID> subjects(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }
}
