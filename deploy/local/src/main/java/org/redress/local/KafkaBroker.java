package org.redress.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka broker that is its own controller (KRaft), on loopback. Clients log in, and may do what
 * an ACL allows; topics are never created automatically: a misspelt one is an error here as in
 * production.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final String PASSWORD = "redress";

    private final KafkaRaftServer server;
    private final BrokerSettings settings;
    private final @Nullable Path temporary;

    private KafkaBroker(KafkaRaftServer server, BrokerSettings settings, @Nullable Path temporary) {
        this.server = server;
        this.settings = settings;
        this.temporary = temporary;
    }

    /** Starts a broker on free ports whose data is deleted when it is closed. */
    public static KafkaBroker temporary() {
        Path folder = Folders.createTemporary("redress-kafka-");
        return start(
                new BrokerSettings(folder.resolve("data"), Ports.free(), Ports.free(), PASSWORD),
                folder);
    }

    /** Starts a broker inside of this JVM and returns when it serves clients. */
    public static KafkaBroker start(BrokerSettings settings) {
        return start(settings, null);
    }

    private static KafkaBroker start(BrokerSettings settings, @Nullable Path temporary) {
        format(settings);
        Properties properties = new Properties();
        Unchecked.run(() -> properties.load(new StringReader(settings.content())));
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        server.startup();
        return new KafkaBroker(server, settings, temporary);
    }

    public BrokerSettings settings() {
        return settings;
    }

    /** The user who may do everything, for tests that write and read any topic. */
    public KafkaLogin admin() {
        return settings.admin();
    }

    /**
     * Makes the topics of an AsyncAPI 3.0 document and a user for each of its services, with the
     * permissions that its operations imply.
     *
     * @param password of all these users
     * @return the users
     */
    public Set<String> furnish(Path asyncapi, String password) {
        return furnish(admin(), Contract.read(asyncapi), _ -> password);
    }

    static Set<String> furnish(
            KafkaLogin admin, Contract contract, UnaryOperator<String> passwords) {
        Permissions permissions = Permissions.of(contract);
        Topics.of(contract).createOn(admin);
        permissions.grantOn(admin, passwords);
        return permissions.users();
    }

    /** Stops it and keeps its data, so that one with the same settings goes on from there. */
    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    @Override
    public void close() {
        stop();
        if (temporary != null) {
            Folders.delete(temporary);
        }
    }

    /**
     * Writes the configuration and prepares the data directory, if that was not done before.
     *
     * @throws Failure when the data is of a broker that let everybody in
     */
    static void format(BrokerSettings settings) {
        Folders.createPrivate(settings.data());
        boolean isNew = !Files.exists(settings.data().resolve("meta.properties"));
        if (!isNew
                && !Unchecked.get(() -> Files.readString(settings.file()))
                        .contains("super.users")) {
            throw new Failure(
                    "The data in %s is of a broker without users: ./redress up --fresh begins anew."
                            .formatted(settings.data()));
        }
        Folders.writePrivate(settings.file(), settings.content());
        if (isNew && StorageTool.execute(formatting(settings), nowhere()) != 0) {
            throw new Failure("Kafka could not prepare " + settings.data() + ".");
        }
    }

    /** The admin is there from the beginning: whoever makes the other users logs in as it. */
    private static String[] formatting(BrokerSettings settings) {
        String admin =
                "%s=[name=%s,password=%s]"
                        .formatted(
                                KafkaLogin.MECHANISM, KafkaLogin.ADMIN, settings.adminPassword());
        return new String[] {
            "format",
            "--cluster-id=" + Uuid.randomUuid(),
            "--config=" + settings.file(),
            "--add-scram=" + admin
        };
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}
