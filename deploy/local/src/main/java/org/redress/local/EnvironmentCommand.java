package org.redress.local;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** {@code ./redress env}: what a service started from an editor needs to join the platform. */
final class EnvironmentCommand implements Command {

    private final PrintStream out;

    EnvironmentCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "env";
    }

    @Override
    public String help() {
        return """
          env <service>         the environment of a service, passwords included: after up --infra,
                                eval "$(./redress env intake)"; mvn -f intake-service/pom.xml quarkus:dev\
        """;
    }

    @Override
    public int run(List<String> arguments) {
        Service wanted =
                Arrays.stream(Service.values())
                        .filter(service -> arguments.equals(List.of(service.id())))
                        .findAny()
                        .orElseThrow(
                                () -> new Redress.WrongUse("env needs the name of a service:"));
        Platform platform = Platform.of(Platform.Settings.ofCheckout(), _ -> {});
        new TreeMap<>(platform.environment(wanted))
                .forEach((name, value) -> out.printf("export %s='%s'%n", name, value));
        return 0;
    }
}
