package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever says that everything is stopped has looked: no process is left, nor a child of one. */
@UnpackedPostgres
class NothingIsLeftRunningTest {

    private static final Duration BY_FORCE_AFTER = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int MANY = 5;

    @TempDir Path folder;

    @Test
    void the_database_server_and_all_its_children_are_gone() {
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
    void whoever_does_not_end_by_itself_is_ended_by_force_with_its_children() {
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
    void many_are_stopped_side_by_side() {
        // given
        List<Part> many = IntStream.range(0, MANY).mapToObj(this::whoWaitsForTheOthers).toList();
        var told = new ConcurrentLinkedQueue<String>();
        Supervisor supervisor = supervisor(LONG, told::add);
        many.forEach(supervisor::start);
        List<ProcessHandle> all =
                many.stream().flatMap(program -> family(supervisor, program)).toList();

        // when
        Together.each(many, supervisor::stop, () -> {});

        // then
        assertThat(told).hasSize(3 * MANY).noneMatch(line -> line.contains("killed"));
        assertThat(all).noneMatch(RunningProcess::runs);
    }

    /** Ends at a SIGTERM, as soon as all others have got theirs. */
    private Part whoWaitsForTheOthers(int number) {
        String all =
                IntStream.range(0, MANY)
                        .mapToObj(i -> "[ -e asked" + i + " ]")
                        .collect(Collectors.joining(" && "));
        return SmallProgram.of(
                "one" + number,
                "cd %s; trap ': >asked%d; until %s; do sleep 0.05; done; exit' TERM; : >trap%d; while :; do sleep 0.05; done"
                        .formatted(folder, number, all, number),
                () -> Files.exists(folder.resolve("trap" + number)));
    }

    private Supervisor supervisor() {
        return supervisor(BY_FORCE_AFTER, _ -> {});
    }

    private Supervisor supervisor(Duration byForceAfter, Consumer<String> progress) {
        return new Supervisor(
                new PropertyFile(folder.resolve("processes")),
                folder.resolve("logs"),
                progress,
                byForceAfter);
    }

    private static Stream<ProcessHandle> family(Supervisor supervisor, Part part) {
        ProcessHandle parent = supervisor.find(part).flatMap(RunningProcess::handle).orElseThrow();
        return Stream.concat(Stream.of(parent), parent.descendants());
    }
}
