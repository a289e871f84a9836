package org.redress.local;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Where each part of the platform listens on the loopback interface.
 *
 * @param services their web doors
 * @param managements their health, metrics and OpenAPI
 */
public record PlatformPorts(
        int postgres,
        int kafka,
        int kafkaController,
        int keycloak,
        int smtp,
        int mailApi,
        Map<Service, Integer> services,
        Map<Service, Integer> managements) {

    private static final int MANAGEMENT_BEYOND = 10;

    public PlatformPorts {
        services = Map.copyOf(services);
        managements = Map.copyOf(managements);
        long distinct =
                Stream.of(
                                Stream.of(
                                        postgres, kafka, kafkaController, keycloak, smtp, mailApi),
                                services.values().stream(),
                                managements.values().stream())
                        .flatMap(ports -> ports)
                        .distinct()
                        .count();
        if (distinct != 6 + 2 * Service.values().length) {
            throw new IllegalArgumentException("Each part needs a port of its own: " + services);
        }
    }

    /** The documented ports of {@code ./redress up}. */
    public static PlatformPorts usual() {
        return new PlatformPorts(
                15432,
                19092,
                19093,
                18080,
                13025,
                18025,
                each(Service::usualPort),
                each(service -> service.usualPort() + MANAGEMENT_BEYOND));
    }

    /** Ports that nobody listens on now, for a platform beside another one. */
    public static PlatformPorts free() {
        return new PlatformPorts(
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                each(_ -> Ports.free()),
                each(_ -> Ports.free()));
    }

    int of(Service service) {
        return services.get(service);
    }

    int managementOf(Service service) {
        return managements.get(service);
    }

    private static Map<Service, Integer> each(ToIntFunction<Service> port) {
        Map<Service, Integer> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            ports.put(service, port.applyAsInt(service));
        }
        return ports;
    }
}
