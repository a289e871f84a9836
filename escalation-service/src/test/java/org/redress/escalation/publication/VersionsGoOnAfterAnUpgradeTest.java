package org.redress.escalation.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.escalation.EarlierDatabase;
import org.redress.escalation.WithEscalation;

/** What is told of a case is numbered by its row now, and was by a sequence. */
@WithEscalation
class VersionsGoOnAfterAnUpgradeTest {

    private static final String BY_A_SEQUENCE = "20";

    private EarlierDatabase database;
    private Jdbi jdbi;

    @BeforeEach
    void a_case_has_been_told_of() {
        database = EarlierDatabase.ofVersion(BY_A_SEQUENCE);
        jdbi = database.jdbi();
        open(1);
        jdbi.useHandle(handle -> handle.execute("select setval('telling', 2117)"));
        database.upgrade();
        open(2);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_case_of_before_goes_on_above_the_last_number_and_a_new_one_begins_anew() {
        assertThat(told(1)).isEqualTo(2117);
        assertThat(told(2)).isZero();
    }

    private void open(int n) {
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        insert into handling (case_id, case_number, mode, status, round, tier, owner_unit,
                                              responded, opened_at, changed_at, version)
                        values (?, ?, 'REAL', 'NEW', 1, 'T1', 'hq', false, now(), now(), 0)
                        """,
                        UUID.randomUUID(),
                        "C-19990101-00000" + n));
    }

    private long told(int n) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select told from handling where case_number = ?")
                        .bind(0, "C-19990101-00000" + n)
                        .mapTo(Long.class)
                        .one());
    }
}
