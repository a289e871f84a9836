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
                                eval "$(./redress env intake)"; mvn -f intake-service/pom.xml quarkus:dev
          env bi                what a Kafka client of the BI team needs: ./redress env bi >bi.properties\
        """;
    }

    @Override
    public int run(List<String> arguments) {
        Platform platform = Platform.of(Platform.Settings.ofCheckout(), _ -> {});
        if (arguments.equals(List.of(KafkaLogin.BI))) {
            new TreeMap<>(platform.kafka(KafkaLogin.BI).settings())
                    .forEach((name, value) -> out.printf("%s=%s%n", name, value));
            return 0;
        }
        Service wanted =
                Arrays.stream(Service.values())
                        .filter(service -> arguments.equals(List.of(service.id())))
                        .findAny()
                        .orElseThrow(() ->
                                new Redress.WrongUse("env needs the name of a service, or bi:"));
        new TreeMap<>(platform.environment(wanted))
                .forEach((name, value) -> out.printf("export %s='%s'%n", name, value));
        return 0;
    }
}
