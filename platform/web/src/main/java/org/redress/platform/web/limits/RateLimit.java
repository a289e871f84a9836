package org.redress.platform.web.limits;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;

/** Counts who passes a {@link RateLimited} door. */
@Singleton
public class RateLimit {

    private static final int CLIENTS = 10_000;

    /** Of an IPv6 address, the part that names a site: the rest anybody changes at will. */
    private static final int SITE_GROUPS = 4;

    private final Buckets buckets;
    private final Proxies proxies;
    private final Clock clock = Clock.systemUTC();

    RateLimit(
            @ConfigProperty(name = "web.rate-limit.per-minute") int perMinute,
            @ConfigProperty(name = "web.rate-limit.burst") int burst,
            @ConfigProperty(name = "web.trusted-proxies") Optional<List<String>> trustedProxies) {
        this.buckets = new Buckets(perMinute, burst, CLIENTS);
        this.proxies = new Proxies(trustedProxies.orElse(List.of()));
    }

    /** Refuses whoever comes too often; an empty answer lets the request through. */
    @ServerRequestFilter
    public @Nullable Response check(ResourceInfo resource, RoutingContext routing) {
        if (!isLimited(resource)) {
            return null;
        }
        var wait = buckets.take(client(routing), clock.instant());
        return wait.isZero() ? null : tooMany(wait);
    }

    private static boolean isLimited(ResourceInfo resource) {
        return resource.getResourceMethod() != null
                && (resource.getResourceMethod().isAnnotationPresent(RateLimited.class)
                        || resource.getResourceClass().isAnnotationPresent(RateLimited.class));
    }

    private String client(RoutingContext routing) {
        var address = routing.request().remoteAddress();
        return address == null
                ? "unknown"
                : site(
                        proxies.client(
                                String.valueOf(address.hostAddress()),
                                routing.request().headers().getAll("X-Forwarded-For")));
    }

    static String site(String address) {
        var groups = address.split(":", SITE_GROUPS + 1);
        return groups.length <= SITE_GROUPS
                ? address
                : address.substring(0, address.length() - groups[SITE_GROUPS].length());
    }

    private static Response tooMany(Duration wait) {
        var problem =
                Problem.of(Status.TOO_MANY_REQUESTS, "You come too often; try again later.")
                        .asResponse();
        return Response.fromResponse(problem)
                .header(HttpHeaders.RETRY_AFTER, wait.toSeconds() + 1)
                .build();
    }
}
