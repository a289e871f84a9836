package org.redress.platform.web.log;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Writes down what administrators do, and try to do: a line of the category {@code redress.audit}
 * for each request by one of them that would change something. What they read of persons is in the
 * database ({@code ReadAudit}).
 */
public class AdminAudit {

    private static final Logger AUDIT = Logger.getLogger("redress.audit");
    private static final String ADMIN = "admin";
    private static final Set<String> READS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @ServerResponseFilter
    public void write(
            ContainerRequestContext request,
            ContainerResponseContext answer,
            RoutingContext routing,
            ResourceInfo door,
            UriInfo address) {
        if (!READS.contains(request.getMethod())
                && routing.user() instanceof QuarkusHttpUser caller
                && caller.getSecurityIdentity().hasRole(ADMIN)) {
            AUDIT.infof(
                    "actor=%s act=%s.%s target=%s outcome=%d",
                    caller.getSecurityIdentity().getPrincipal().getName(),
                    door.getResourceClass().getSimpleName(),
                    door.getResourceMethod().getName(),
                    target(address),
                    answer.getStatus());
        }
    }

    private static String target(UriInfo address) {
        return address.getPathParameters().values().stream()
                .map(values -> PathIds.shown(values.getFirst()))
                .collect(Collectors.joining("/"));
    }
}
