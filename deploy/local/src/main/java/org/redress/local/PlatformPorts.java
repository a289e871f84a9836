package org.redress.local;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** Where each part of the platform listens on the loopback interface. */
public record PlatformPorts(
        int postgres,
        int kafka,
        int kafkaController,
        int keycloak,
        int smtp,
        int mailApi,
        Map<Service, Integer> services) {

    public PlatformPorts {
        services = Map.copyOf(services);
        long distinct =
                Stream.concat(
                                Stream.of(
                                        postgres, kafka, kafkaController, keycloak, smtp, mailApi),
                                services.values().stream())
                        .distinct()
                        .count();
        if (distinct != 6 + Service.values().length) {
            throw new IllegalArgumentException("Each part needs a port of its own: " + services);
        }
    }

    /** The documented ports of {@code ./redress up}. */
    public static PlatformPorts usual() {
        Map<Service, Integer> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, service.usualPort());
        }
        return new PlatformPorts(15432, 19092, 19093, 18080, 13025, 18025, services);
    }

    /** Ports that nobody listens on now, for a platform beside another one. */
    public static PlatformPorts free() {
        Map<Service, Integer> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, Ports.free());
        }
        return new PlatformPorts(
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                services);
    }

    int of(Service service) {
        return services.get(service);
    }
}
