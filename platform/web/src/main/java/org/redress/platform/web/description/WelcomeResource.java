package org.redress.platform.web.description;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is here, for whoever types the bare address. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Welcome", description = "What is here")
public class WelcomeResource {

    /**
     * A service in few words.
     *
     * @param openapi where its OpenAPI document is
     * @param docs where it can be tried out
     */
    public record Welcome(String name, String version, String openapi, String docs) {}

    private final Welcome welcome;

    WelcomeResource(
            @ConfigProperty(name = "quarkus.application.name") String name,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown")
                    String version,
            @ConfigProperty(name = "web.management-url") String management) {
        this.welcome =
                new Welcome(name, version, management + "/q/openapi", management + "/q/swagger-ui");
    }

    /** Its name and version, and where it is described. */
    @GET
    @Operation(summary = "What is here, and where it is described")
    public Welcome welcome() {
        return welcome;
    }
}
