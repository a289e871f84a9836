package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlameTest {

    @ParameterizedTest
    @CsvSource({
        "08006, WORLD",
        "08001, WORLD",
        "53300, WORLD",
        "57P01, WORLD",
        "57014, WORLD",
        "25006, WORLD",
        "58030, WORLD",
        "42P01, WORLD",
        "42703, WORLD",
        "55P03, WORLD",
        "40001, WORLD",
        "40P01, WORLD",
        "XX000, WORLD",
        "28P01, WORLD",
        "3D000, WORLD",
        "99999, WORLD",
        "22003, EVENT",
        "22021, EVENT",
        "22P05, EVENT",
        "23505, EVENT",
        "23502, EVENT",
        "54000, EVENT",
        "25P02, UNCLEAR",
        "21000, UNCLEAR",
        "0A000, UNCLEAR",
        "P0001, UNCLEAR",
    })
    void the_sqlstate_tells_who_is_to_blame(String state, Blame blame) {
        assertThat(Blame.of(wrapped(new SQLException("x", state)))).isEqualTo(blame);
    }

    @Test
    void no_connection_has_no_state_and_is_the_worlds() {
        assertThat(Blame.of(wrapped(new SQLException("acquisition timeout"))))
                .isEqualTo(Blame.WORLD);
        assertThat(Blame.of(wrapped(new IOException("reset")))).isEqualTo(Blame.WORLD);
        assertThat(Blame.of(new UncheckedIOException(new IOException("x")))).isEqualTo(Blame.WORLD);
    }

    @Test
    void what_a_commit_suppressed_counts_as_well() {
        // given
        var commit = new IllegalStateException("rolled back");
        commit.addSuppressed(new SQLException("gone", "08006"));

        // then
        assertThat(Blame.of(commit)).isEqualTo(Blame.WORLD);
    }

    @Test
    void an_event_whose_values_the_code_refuses_is_at_fault_and_a_bug_is_unclear() {
        assertThat(Blame.of(new IllegalArgumentException("no"))).isEqualTo(Blame.EVENT);
        assertThat(Blame.of(wrapped(new DateTimeException("no")))).isEqualTo(Blame.EVENT);
        assertThat(Blame.of(new NullPointerException())).isEqualTo(Blame.UNCLEAR);
        assertThat(Blame.of(new StackOverflowError())).isEqualTo(Blame.UNCLEAR);
        assertThat(Blame.of(new OutOfMemoryError())).isEqualTo(Blame.WORLD);
        assertThat(Blame.of(wrapped(new UnreadableEvent("no", null)))).isEqualTo(Blame.UNREADABLE);
    }

    @Test
    void text_that_is_no_json_is_no_outage_though_its_reader_says_so() {
        var noJson = new JsonParseException(null, "no");
        assertThat(Blame.of(wrapped(noJson))).isEqualTo(Blame.UNCLEAR);
        assertThat(Blame.of(new UncheckedIOException(noJson))).isEqualTo(Blame.UNCLEAR);
        assertThat(Blame.of(new ArithmeticException())).isEqualTo(Blame.EVENT);
        assertThat(Blame.of(wrapped(new TimeoutException()))).isEqualTo(Blame.WORLD);
    }

    @Test
    void of_several_states_the_one_that_is_the_worlds_counts() {
        // given
        var failure = wrapped(new SQLException("x", "23505"));
        failure.addSuppressed(new SQLException("x", "21000"));

        // then
        assertThat(Blame.of(failure)).isEqualTo(Blame.UNCLEAR);
        failure.addSuppressed(new SQLException("x", "57P01"));
        assertThat(Blame.of(failure)).isEqualTo(Blame.WORLD);
    }

    @Test
    void the_reason_is_a_name_and_a_state_and_never_a_message() {
        assertThat(Blame.reason(wrapped(new SQLException("of Li", "23505"))))
                .isEqualTo("SQLException 23505");
        assertThat(Blame.reason(wrapped(new IllegalArgumentException("of Li"))))
                .isEqualTo("IllegalArgumentException");
        assertThat(Blame.reason(wrapped(new UnreadableEvent("foreign type", null))))
                .isEqualTo("foreign type");
    }

    @Test
    void a_failure_that_is_its_own_cause_ends() {
        // given
        var one = new IllegalStateException("one");
        var other = new IllegalStateException("other", one);
        one.initCause(other);

        // then
        assertThat(Blame.of(one)).isEqualTo(Blame.UNCLEAR);
    }

    private static RuntimeException wrapped(Exception cause) {
        return new IllegalStateException("outer", new RuntimeException(cause));
    }
}
