package org.redress.platform.web.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoInEachOthersWayTest {

    private final AtomicInteger tries = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void are_let_try_again_four_times_in_all(String state) {
        assertThatThrownBy(() -> ConflictRetry.call(() -> failing(new SQLException("x", state))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(tries).hasValue(4);
    }

    @Test
    void and_nobody_hears_of_it_where_the_last_try_succeeds() throws Exception {
        assertThat(
                        ConflictRetry.call(() ->
                                tries.get() < 3
                                        ? failing(new SQLException("deadlock", "40P01"))
                                        : "done"))
                .isEqualTo("done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "08006", "57014"})
    void is_nothing_else_that_fails(String state) {
        assertThatThrownBy(() -> ConflictRetry.call(() -> failing(new SQLException("x", state))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void is_seen_also_where_a_failing_rollback_hides_it() {
        // given
        var rolledBack = new IllegalStateException("rolled back");
        rolledBack.addSuppressed(new SQLException("x", "40001"));

        // then
        assertThat(SqlFailures.isConflict(new IllegalStateException(rolledBack))).isTrue();
        assertThat(SqlFailures.isConflict(new IllegalStateException("x"))).isFalse();
        assertThat(SqlFailures.isConflict(new SQLException("without a state"))).isFalse();
    }

    private String failing(SQLException failure) {
        tries.incrementAndGet();
        throw new IllegalStateException(failure);
    }
}
