package org.redress.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Replays as an operator runs them, beside the running service. */
final class Replays {

    private Replays() {}

    /** Of the test's own service; the answer is the exit status. */
    static int replay(OutputStream said, String... more) {
        var arguments = new ArrayList<>(List.of("--service", "tester"));
        arguments.addAll(List.of(more));
        return run(said, arguments.toArray(String[]::new));
    }

    static int run(OutputStream said, String... arguments) {
        return Replay.run(new PrintStream(said, true, UTF_8), settings(), arguments);
    }

    /** What the environment of a running service says. */
    static Map<String, String> settings() {
        var config = ConfigProvider.getConfig();
        var settings = new HashMap<String, String>();
        for (var name :
                List.of(
                        "kafka.bootstrap.servers",
                        "kafka.security.protocol",
                        "kafka.sasl.mechanism",
                        "kafka.sasl.jaas.config",
                        "quarkus.datasource.keys.jdbc.url",
                        "quarkus.datasource.keys.username",
                        "quarkus.datasource.keys.password",
                        "vault.master-key-id",
                        "vault.master-key")) {
            settings.put(name, config.getValue(name, String.class));
        }
        return settings;
    }
}
