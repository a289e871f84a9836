package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever says that everything is stopped has looked: no process is left, nor a child of one. */
class NothingIsLeftRunningTest {

    private static final Duration BY_FORCE_AFTER = Duration.ofSeconds(1);

    @TempDir Path folder;

    @Test
    void theDatabaseServerAndAllItsChildrenAreGone() {
        // given
        Part database =
                Parts.database(
                        new Postgres.Settings(
                                folder.resolve("postgres"),
                                Ports.free(),
                                folder.resolve("log"),
                                "postgres"),
                        Secrets.in(folder));
        supervisor().start(database);
        List<ProcessHandle> family = family(supervisor(), database).toList();
        assertThat(family).hasSizeGreaterThan(3);

        // when
        supervisor().stop(database);

        // then
        assertThat(family).noneMatch(RunningProcess::runs);
    }

    @Test
    void whoeverDoesNotEndByItselfIsEndedByForceWithItsChildren() {
        // given
        Part stubborn =
                SmallProgram.of(
                        "stubborn",
                        "trap '' TERM; sleep 300 & : >%s; wait; sleep 300"
                                .formatted(folder.resolve("trap")),
                        () -> Files.exists(folder.resolve("trap")));
        supervisor().start(stubborn);
        List<ProcessHandle> family = family(supervisor(), stubborn).toList();
        assertThat(family).hasSizeGreaterThan(1);

        // when
        supervisor().stop(stubborn);

        // then
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> family.stream().noneMatch(RunningProcess::runs));
    }

    @Test
    void manyAreStoppedSideBySide() {
        // given
        List<Part> slow =
                IntStream.range(0, 5)
                        .mapToObj(i ->
                                SmallProgram.of(
                                        "slow" + i,
                                        "trap 'sleep 0.7; exit' TERM; : >%s; while :; do sleep 0.1; done"
                                                .formatted(folder.resolve("trap" + i)),
                                        () -> Files.exists(folder.resolve("trap" + i))))
                        .toList();
        Supervisor supervisor = supervisor();
        slow.forEach(supervisor::start);
        List<ProcessHandle> all =
                slow.stream().flatMap(program -> family(supervisor, program)).toList();

        // when
        long begun = System.nanoTime();
        Together.each(slow, supervisor::stop, () -> {});

        // then
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(700), Duration.ofMillis(2_500));
        assertThat(all).noneMatch(RunningProcess::runs);
    }

    private Supervisor supervisor() {
        return new Supervisor(
                new ProcessFile(folder.resolve("processes")),
                folder.resolve("logs"),
                _ -> {},
                BY_FORCE_AFTER);
    }

    private static Stream<ProcessHandle> family(Supervisor supervisor, Part part) {
        ProcessHandle parent = supervisor.find(part).flatMap(RunningProcess::handle).orElseThrow();
        return Stream.concat(Stream.of(parent), parent.descendants());
    }
}
