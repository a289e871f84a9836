package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    @TempDir Path folder;

    private final List<String> progress = new ArrayList<>();

    @AfterEach
    void stop() {
        supervisor().stop(SmallProgram.thatRuns());
    }

    @Test
    void finds_and_stops_what_another_one_started() {
        // given
        supervisor().start(SmallProgram.thatRuns());
        ProcessHandle process = running();

        // when
        supervisor().stop(SmallProgram.thatRuns());

        // then
        assertThat(supervisor().find(SmallProgram.thatRuns())).isEmpty();
        process.onExit().join();
        assertThat(progress).anyMatch(line -> line.startsWith("small: ready after"));
        assertThat(progress).anyMatch(line -> line.startsWith("small: stopped after"));
    }

    @Test
    void starts_nothing_twice() {
        supervisor().start(SmallProgram.thatRuns());
        ProcessHandle first = running();

        supervisor().start(SmallProgram.thatRuns());

        assertThat(running()).isEqualTo(first);
    }

    @Test
    void says_that_a_process_ended_and_where_its_log_is() throws Exception {
        assertThatThrownBy(() -> supervisor().start(SmallProgram.thatFails()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("small ended while it started (exit code 7)")
                .hasMessageContaining(folder.resolve("logs/small.log").toString());

        assertThat(Files.readString(folder.resolve("logs/small.log"))).contains("the reason");
        assertThat(supervisor().find(SmallProgram.thatFails())).isEmpty();
    }

    @Test
    void remembers_what_it_waits_for_so_that_it_can_be_stopped() {
        Part neverReady = SmallProgram.thatIsNeverReady();

        assertThatThrownBy(() -> supervisor().start(neverReady))
                .hasMessageContaining("small was not ready within");

        assertThat(supervisor().find(neverReady)).isPresent();
    }

    @Test
    void starts_nothing_after_it_was_closed() {
        Supervisor closed = supervisor();
        closed.close();

        assertThatThrownBy(() -> closed.start(SmallProgram.thatRuns())).isInstanceOf(Failure.class);

        assertThat(closed.find(SmallProgram.thatRuns())).isEmpty();
    }

    @Test
    void never_touches_a_process_that_got_the_number_of_one_of_ours() throws Exception {
        // given
        Process other = new ProcessBuilder("sleep", "300").start();
        new PropertyFile(folder.resolve("processes"))
                .put("small", new RunningProcess(other.pid(), 1).toString());

        // when
        supervisor().stop(SmallProgram.thatRuns());
        supervisor().kill(SmallProgram.thatRuns());

        // then
        assertThat(other.isAlive()).isTrue();
        other.destroy();
    }

    @Test
    void kills_as_a_crash_would() {
        supervisor().start(SmallProgram.thatRuns());
        ProcessHandle process = running();

        supervisor().kill(SmallProgram.thatRuns());

        process.onExit().join();
        assertThat(supervisor().find(SmallProgram.thatRuns())).isEmpty();
    }

    private ProcessHandle running() {
        return supervisor()
                .find(SmallProgram.thatRuns())
                .flatMap(RunningProcess::handle)
                .orElseThrow();
    }

    /** Each time another one, as each command has its own. */
    private Supervisor supervisor() {
        return new Supervisor(
                new PropertyFile(folder.resolve("processes")),
                folder.resolve("logs"),
                progress::add);
    }
}
