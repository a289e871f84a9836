package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that ran out of memory comes back by itself, and people are told. */
class WhatDiesIsStartedAgainTest {

    @TempDir Path folder;

    private final List<String> told = new ArrayList<>();
    private final Part program = SmallProgram.thatRuns();
    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private Supervisor supervisor;
    private PropertyFile restarts;
    private Keeper keeper;

    @BeforeEach
    void aRunningProgram() {
        supervisor =
                new Supervisor(
                        new PropertyFile(folder.resolve("processes")),
                        folder.resolve("logs"),
                        told::add);
        restarts = new PropertyFile(folder.resolve("restarts"));
        keeper = new Keeper(supervisor, List.of(program), restarts, told::add, () -> now);
        supervisor.start(program);
    }

    @AfterEach
    void stop() {
        supervisor.stop(program);
    }

    @Test
    void a_program_that_died_runs_again_and_is_spoken_of() {
        die();

        look();
        look();

        assertThat(supervisor.find(program)).isPresent();
        assertThat(restarts.number("small")).isEqualTo(1);
        assertThat(told).anyMatch(line -> line.startsWith("small: DIED and is started again"));
    }

    @Test
    void a_program_that_a_command_is_stopping_is_not_started() {
        die();
        look();

        supervisor.stop(program);
        look();

        assertThat(supervisor.find(program)).isEmpty();
        assertThat(restarts.number("small")).isZero();
    }

    @Test
    void what_was_killed_by_a_command_stays_down() {
        supervisor.kill(program);

        look();
        look();

        assertThat(supervisor.find(program)).isEmpty();
    }

    @Test
    void whatever_dies_again_at_once_waits_for_longer_each_time() {
        reviveAtOnce();

        // when it dies within the pause
        die();
        look();
        look();
        assertThat(supervisor.find(program)).isEmpty();

        // then it is started after the pause, which is longer next time
        now = now.plusSeconds(6);
        look();
        assertThat(supervisor.find(program)).isPresent();
        die();
        now = now.plusSeconds(6);
        look();
        look();
        assertThat(supervisor.find(program)).isEmpty();
        now = now.plusSeconds(5);
        look();
        assertThat(restarts.number("small")).isEqualTo(3);
    }

    @Test
    void nothing_is_done_while_all_is_well() {
        look();
        look();

        assertThat(restarts.number("small")).isZero();
        assertThat(told).noneMatch(line -> line.contains("DIED"));
    }

    private void look() {
        keeper.due().forEach(keeper::revive);
    }

    private void reviveAtOnce() {
        die();
        look();
        look();
        assertThat(supervisor.find(program)).isPresent();
    }

    /** Nobody of ours does it. */
    private void die() {
        supervisor.find(program).flatMap(RunningProcess::handle).orElseThrow().destroyForcibly();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> supervisor.find(program).isEmpty());
    }
}
