package org.redress.intake;

import java.net.URI;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Health, metrics and documentation, which have a port of their own, for tests. */
public final class ManagementDoor {

    private ManagementDoor() {}

    /** The address of a path like {@code /q/openapi}. */
    public static URI at(String path) {
        Config config = ConfigProvider.getConfig();
        boolean apart =
                config.getOptionalValue("quarkus.management.enabled", Boolean.class).orElse(false);
        String address = config.getValue(apart ? "test.management.url" : "test.url", String.class);
        return URI.create(address.replaceFirst("/q/?$", "") + path);
    }
}
