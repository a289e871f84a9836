package org.redress.local.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.redress.local.Checkout;
import org.redress.local.KafkaBroker;
import org.redress.local.KafkaLogin;
import org.redress.local.MailServer;
import org.redress.local.Postgres;

/**
 * The infrastructure of one Quarkus test run: a durable PostgreSQL with one database for the data
 * and one for the keys, a Kafka broker with the contract's topics, a {@link TestIssuer}, and on
 * request a mail server.
 *
 * <p>Arguments: {@code database} is the name of the database and of the role that owns it, and with
 * {@code _keys} behind it of those for the keys; {@code mail=true} starts the mail server; {@code
 * contract} is another AsyncAPI document than {@code contracts/asyncapi.yaml}; {@code user} is the
 * service of the contract as which the application logs in to Kafka: by default the one named as
 * the database, or the admin when the contract does not know it.
 */
public final class LocalInfrastructure implements QuarkusTestResourceLifecycleManager {

    private static final String PASSWORD = "redress";

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private Map<String, String> arguments = Map.of();

    @Override
    public void init(Map<String, String> initArgs) {
        arguments = Map.copyOf(initArgs);
    }

    @Override
    public Map<String, String> start() {
        try (var background = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Postgres> postgres =
                    CompletableFuture.supplyAsync(Postgres::temporary, background);
            Map<String, String> configuration = new HashMap<>(quietLogs());
            configuration.putAll(kafka());
            configuration.putAll(tokens());
            if (Boolean.parseBoolean(arguments.get("mail"))) {
                configuration.putAll(mail());
            }
            configuration.putAll(database(postgres.join()));
            return Map.copyOf(configuration);
        }
    }

    @Override
    public void stop() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.err.println("A test resource did not stop: " + e);
            }
        }
    }

    private Map<String, String> database(Postgres postgres) {
        running.push(postgres);
        String name = arguments.getOrDefault("database", "redress");
        String keys = name + "_keys";
        postgres.ensureDatabase(name, PASSWORD);
        postgres.ensureDatabase(keys, PASSWORD);
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.jdbcUrl(name),
                "quarkus.datasource.username", name,
                "quarkus.datasource.password", PASSWORD,
                "KEYS_DB_URL", postgres.jdbcUrl(keys),
                "KEYS_DB_USERNAME", keys,
                "KEYS_DB_PASSWORD", PASSWORD);
    }

    /** The service under test may do what the contract lets it do, and nothing else. */
    private Map<String, String> kafka() {
        KafkaBroker broker = KafkaBroker.temporary();
        running.push(broker);
        running.push(TestBroker.share(broker));
        Path contract =
                arguments.containsKey("contract")
                        ? Path.of(arguments.get("contract"))
                        : Checkout.root().resolve("contracts/asyncapi.yaml");
        Set<String> users = broker.furnish(contract, PASSWORD);
        TestTopics.use(broker.admin());
        String user = arguments.getOrDefault("user", arguments.getOrDefault("database", ""));
        KafkaLogin login =
                new KafkaLogin(
                        broker.settings().bootstrap(),
                        users.contains(user) ? user : KafkaLogin.ADMIN,
                        PASSWORD);
        return Map.of(
                "kafka.bootstrap.servers", login.bootstrap(),
                "kafka.security.protocol", "SASL_PLAINTEXT",
                "kafka.sasl.mechanism", KafkaLogin.MECHANISM,
                "kafka.sasl.jaas.config", login.jaas(),
                "messaging.kafka.user", login.user(),
                "messaging.kafka.password", login.password());
    }

    private Map<String, String> tokens() {
        running.push(TestIssuer.start());
        return Map.of("quarkus.oidc.auth-server-url", TestIssuer.url());
    }

    private Map<String, String> mail() {
        MailServer mail = MailServer.start(0);
        running.push(mail);
        TestMail.share(mail);
        return Map.of(
                "quarkus.mailer.mock", "false",
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", Integer.toString(mail.port()));
    }

    /** The broker logs into the test's log: only what is wrong with it is of interest there. */
    private static Map<String, String> quietLogs() {
        return Map.of(
                "quarkus.log.category.\"org.apache.kafka\".level", "WARN",
                "quarkus.log.category.\"kafka\".level", "WARN",
                "quarkus.log.category.\"state.change.logger\".level", "WARN",
                "quarkus.log.category.\"com.icegreen\".level", "WARN");
    }
}
