package org.redress.local;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;

/** Where each part of the platform listens on the loopback interface. */
public final class PlatformPorts {
    private static final int MANAGEMENT_BEYOND = 10;
    private static final int NEXT_INSTANCE_BEYOND = 100;

    private final IntUnaryOperator ports;

    private PlatformPorts(IntUnaryOperator ports) {
        this.ports = ports;
    }

    public static PlatformPorts usual() {
        return new PlatformPorts(IntUnaryOperator.identity());
    }

    /** Ports that nobody listens on now, for a platform beside another one. */
    public static PlatformPorts free() {
        Map<Integer, Integer> chosen = new ConcurrentHashMap<>();
        return new PlatformPorts(usual -> chosen.computeIfAbsent(usual, _ -> Ports.free()));
    }

    int postgres() {
        return ports.applyAsInt(15432);
    }

    int kafka() {
        return ports.applyAsInt(19092);
    }

    int kafkaController() {
        return ports.applyAsInt(19093);
    }

    int keycloak() {
        return ports.applyAsInt(18080);
    }

    int smtp() {
        return ports.applyAsInt(13025);
    }

    int of(Service service) {
        return of(service, 1);
    }

    /** Where the first, second and so on of a service listens. */
    int of(Service service, int number) {
        return ports.applyAsInt(service.usualPort() + NEXT_INSTANCE_BEYOND * (number - 1));
    }

    /** A service's health, metrics, OpenAPI and Swagger UI, which the web door does not show. */
    int managementOf(Service service) {
        return managementOf(service, 1);
    }

    int managementOf(Service service, int number) {
        return ports.applyAsInt(
                service.usualPort() + MANAGEMENT_BEYOND + NEXT_INSTANCE_BEYOND * (number - 1));
    }

    /** The address of a database, of which only the name is missing. */
    String databases() {
        return "jdbc:postgresql://" + Ports.LOOPBACK + ":" + postgres();
    }

    String issuer() {
        return Ports.http(keycloak()) + "/realms/redress";
    }
}
