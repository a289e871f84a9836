package org.redress.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The five services, in the order in which a case meets them. */
public enum Service {
    INTAKE(18081),
    TRIAGE(18082),
    ESCALATION(18083),
    NOTIFICATION(18084),
    REPORTING(18085);

    private final int port;

    Service(int port) {
        this.port = port;
    }

    /** The service's name, which is its database and its role too. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the first, second and so on of the service: intake, intake-2. */
    public String instance(int number) {
        return number == 1 ? id() : id() + "-" + number;
    }

    /** The database of the keys to the service's data, and the role that owns it. */
    public String keys() {
        return id() + "_keys";
    }

    int usualPort() {
        return port;
    }

    Path folder() {
        return Checkout.root().resolve(id() + "-service/target/quarkus-app");
    }

    static Optional<Service> named(String id) {
        return Arrays.stream(values()).filter(service -> service.id().equals(id)).findAny();
    }
}
