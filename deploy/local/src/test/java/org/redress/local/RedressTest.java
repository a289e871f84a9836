package org.redress.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RedressTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(screen, true, UTF_8);

    @Test
    void runsTheCommandWithItsArguments() {
        assertThat(redress().run(List.of("count", "a", "b"))).isEqualTo(2);
    }

    @Test
    void namesTheCommandThatWasMeantInOneLine() {
        assertThat(redress().run(List.of("cuont"))).isEqualTo(2);

        assertThat(screen.toString(UTF_8).strip())
                .isEqualTo("There is no command cuont. Did you mean count?");
    }

    @Test
    void pointsToTheHelpWhereNothingIsNear() {
        assertThat(redress().run(List.of("xylophone"))).isEqualTo(2);

        assertThat(screen.toString(UTF_8).lines()).hasSize(1);
        assertThat(screen.toString(UTF_8)).contains("./redress help");
    }

    @Test
    void showsTheHelpOfEverythingAndOfEachCommand() {
        assertThat(redress().run(List.of("--help"))).isZero();
        assertThat(redress().run(List.of("count", "--help"))).isZero();

        assertThat(screen.toString(UTF_8))
                .containsSubsequence("count things", "test", "count things");
    }

    @Test
    void saysWhatWentWrongInOneSentenceAndFails() {
        assertThat(redress().run(List.of("count", "fail"))).isEqualTo(1);

        assertThat(screen.toString(UTF_8)).contains("Nothing to count.").doesNotContain("at org");
    }

    @Test
    void refusesWhatACommandDoesNotKnowAndShowsItsUse() {
        Redress redress = Redress.on(out);

        assertThat(redress.run(List.of("up", "--frehs"))).isEqualTo(2);

        assertThat(screen.toString(UTF_8)).contains("--frehs").contains("--fresh");
    }

    @Test
    void stopsNothingForSomebodyWhoAskedForSomethingElse() {
        Redress redress = Redress.on(out);

        assertThat(redress.run(List.of("down", "intake"))).isEqualTo(2);
        assertThat(redress.run(List.of("status", "intake"))).isEqualTo(2);

        assertThat(screen.toString(UTF_8))
                .contains("down does not know intake:", "status does not know intake:");
    }

    @Test
    void namesAnOptionThatIsNone() {
        Redress redress = Redress.on(out);

        assertThat(redress.run(List.of("mail", "--opne"))).isEqualTo(2);
        assertThat(redress.run(List.of("logs", "intake", "-g"))).isEqualTo(2);

        assertThat(screen.toString(UTF_8))
                .contains("mail does not know --opne:", "logs does not know -g:");
    }

    @Test
    void namesEveryDocumentedPortWhenAllIsReady() {
        PlatformPorts ports = PlatformPorts.usual();

        String guide = RunCommands.guide(Path.of("/data"), false);

        assertThat(guide)
                .contains(
                        ":" + ports.kafka(),
                        ":" + ports.postgres(),
                        ":" + ports.keycloak(),
                        ":" + ports.smtp(),
                        ":" + ports.mailApi());
        for (Service service : Service.values()) {
            assertThat(guide).contains(service.id(), ":" + ports.managementOf(service) + "/");
        }
        assertThat(guide).contains("/data/secrets.properties").doesNotContain("${");
        assertThat(RunCommands.guide(Path.of("/data"), true)).doesNotContain("/q/swagger-ui");
    }

    @Test
    void tellsOfEveryCommandAndOfNoOther() {
        Redress redress = Redress.on(out);

        assertThat(redress.run(List.of())).isZero();

        List<String> told =
                screen.toString(UTF_8)
                        .lines()
                        .filter(line -> line.matches(" {2}\\w.*"))
                        .map(line -> line.strip().split(" ", 2)[0])
                        .distinct()
                        .toList();
        for (String command : told) {
            if (!Set.of("bench", "test").contains(command)) {
                assertThat(redress.run(List.of(command, "--help"))).isZero();
            }
        }
        assertThat(told).hasSize(14);
    }

    private Redress redress() {
        return new Redress(
                out,
                List.of(Command.of("count", RedressTest::count)),
                "  count things\n  test  all");
    }

    private static int count(List<String> arguments) {
        if (arguments.contains("fail")) {
            throw new Failure("Nothing to count.");
        }
        return arguments.size();
    }
}
