package org.redress.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Kafka in a process of its own, with the topics, the users and the permissions of the contract.
 */
record BrokerComponent(BrokerSettings settings, Library library, Secrets secrets, Stay stay)
        implements Component {

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public List<Integer> ports() {
        return List.of(settings.port(), settings.controllerPort());
    }

    @Override
    public String address() {
        return settings.bootstrap();
    }

    @Override
    public void prepare(Path log, Consumer<String> progress) {
        KafkaBroker.format(settings);
    }

    @Override
    public List<String> command() {
        return JavaProgram.of(stay, 256)
                .with("-Djava.util.logging.config.file=" + library.logging())
                .command("-cp", library.classPath(), "kafka.Kafka", settings.file().toString());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public boolean isReady() {
        return Ports.answers(settings.port());
    }

    @Override
    public void furnish() {
        Contract contract = Contract.ofCheckout();
        Topics.of(contract).createOn(settings.admin());
        Permissions.of(contract).grantOn(settings.admin(), secrets::kafkaPassword);
    }

    @Override
    public Duration startLimit() {
        return Duration.ofSeconds(90);
    }
}
