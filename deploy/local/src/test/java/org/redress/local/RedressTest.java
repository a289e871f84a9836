package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class RedressTest {

    private final StringWriter screen = new StringWriter();

    @Test
    void tells_of_every_command() {
        assertThat(execute(Redress.commands())).isZero();

        assertThat(screen.toString())
                .containsSubsequence(
                        "up", "down", "demo", "status", "logs", "open", "token", "mail", "case",
                        "facts", "env", "replay", "rebuild", "start", "stop", "kill", "ahead",
                        "backup", "restore", "bench", "images", "test", "help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up", "down", "status", "logs", "open", "token", "mail", "case", "facts", "env",
                "replay", "rebuild", "start", "stop", "kill", "ahead", "backup", "restore"
            })
    void tells_of_one_command_with_its_options(String command) {
        assertThat(execute(Redress.commands(), command, "--help")).isZero();

        assertThat(screen.toString()).contains("Usage: ./redress " + command);
    }

    @Test
    void does_nothing_for_somebody_who_asked_for_something_else() {
        assertThat(execute(Redress.commands(), "down", "intake")).isEqualTo(2);
        assertThat(execute(Redress.commands(), "up", "--frehs")).isEqualTo(2);
        assertThat(execute(Redress.commands(), "mail", "--opne")).isEqualTo(2);
        assertThat(execute(Redress.commands(), "facts", "all")).isEqualTo(2);
        assertThat(execute(Redress.commands(), "env", "nobody")).isEqualTo(2);
        assertThat(execute(Redress.commands(), "token")).isEqualTo(2);

        assertThat(screen.toString()).contains("'intake'", "--fresh", "--open", "'all'");
    }

    @Test
    void starts_from_one_to_four_of_each_service_and_no_other_number() {
        assertThat(execute(Redress.commands(), "up", "--replicas", "0")).isEqualTo(1);
        assertThat(execute(Redress.commands(), "up", "--replicas", "5")).isEqualTo(1);
        assertThat(execute(Redress.commands(), "up", "--replicas", "2", "--infra")).isEqualTo(1);

        assertThat(screen.toString()).contains("--replicas is from 1 to 4");
    }

    @Test
    void does_what_it_was_told() {
        assertThat(execute(Redress.commands(), "logs", "nobody")).isEqualTo(1);

        assertThat(screen.toString()).contains("There is no log of nobody");
    }

    @Test
    void knows_the_services_by_their_names() {
        Redress.commands().parseArgs("env", "bi");
        Redress.commands().parseArgs("open", "intake");
        var words = Redress.commands().parseArgs("replay", "--service", "triage", "--key", "k");

        assertThat(words.subcommand().matchedOptionValue("--service", Service.INTAKE))
                .isEqualTo(Service.TRIAGE);
        assertThat(words.subcommand().matchedPositionalValue(0, List.of()))
                .isEqualTo(List.of("--key", "k"));
    }

    /** The others would be called on the wrong object. */
    @Test
    void every_command_is_a_static_method() {
        assertThat(Redress.commands().getSubcommands().values())
                .extracting(CommandLine::getCommandSpec)
                .filteredOn(spec -> spec.userObject() instanceof Method)
                .hasSize(22)
                .allMatch(spec -> Modifier.isStatic(((Method) spec.userObject()).getModifiers()));
    }

    @Test
    void names_the_command_that_was_meant() {
        assertThat(execute(Redress.commands(), "staus")).isEqualTo(2);

        assertThat(screen.toString()).contains("status");
    }

    @Test
    void says_what_went_wrong_in_one_sentence_and_fails() {
        assertThat(execute(Redress.commandLine(new Broken(), 7))).isEqualTo(7);

        assertThat(screen.toString().strip()).isEqualTo("Nothing to count.");
    }

    @Test
    void names_every_documented_port_when_all_is_ready() {
        PlatformPorts ports = PlatformPorts.usual();

        String guide = RunCommands.guide(Path.of("/data"), false);

        assertThat(guide)
                .contains(
                        ":" + ports.kafka(),
                        ":" + ports.postgres(),
                        ":" + ports.keycloak(),
                        ":" + ports.smtp());
        for (Service service : Service.values()) {
            assertThat(guide).contains(service.id(), ":" + ports.managementOf(service) + "/");
        }
        assertThat(guide).contains("/data/secrets.properties").doesNotContain("${");
        assertThat(RunCommands.guide(Path.of("/data"), true)).doesNotContain("/q/swagger-ui");
    }

    private int execute(CommandLine line, String... words) {
        PrintWriter out = new PrintWriter(screen, true);
        return line.setOut(out).setErr(out).execute(words);
    }

    @Command(name = "count")
    private static final class Broken implements Runnable {
        @Override
        public void run() {
            throw new Failure("Nothing to count.");
        }
    }
}
