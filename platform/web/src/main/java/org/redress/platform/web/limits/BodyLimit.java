package org.redress.platform.web.limits;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Refusals;

/**
 * Bounds one body ({@code web.body-limit}) and all bodies that are in memory at once ({@code
 * web.bodies-at-once}), so that no number of large requests ends the process. A body must announce
 * its length: one in chunks is refused (RFC 9110 §15.5.12), and with it the request that has both a
 * length and chunks, which the server's decoder would no longer show (RFC 9112 §6.3).
 */
@Singleton
public class BodyLimit {

    private static final int SECONDS_TO_WAIT = 1;
    private static final int BEFORE_EVERYTHING = 10_000;

    private final int limit;
    private final Semaphore room;
    private final Refusals refusals;

    BodyLimit(
            @ConfigProperty(name = "web.body-limit") MemorySize limit,
            @ConfigProperty(name = "web.bodies-at-once") MemorySize room,
            Refusals refusals) {
        this.limit = Math.toIntExact(limit.asLongValue());
        this.room = new Semaphore(Math.toIntExact(room.asLongValue()));
        this.refusals = refusals;
    }

    /** Refuses by the head alone, before anything looks at the request. */
    void register(@Observes Filters filters) {
        filters.register(this::checkHead, BEFORE_EVERYTHING);
    }

    private void checkHead(RoutingContext routing) {
        var length = routing.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (routing.request().getHeader("Transfer-Encoding") != null) {
            discard(
                    routing,
                    Problem.of(
                            Status.LENGTH_REQUIRED,
                            "Send the body with its Content-Length, not in chunks."));
        } else if (length != null && Long.parseLong(length) > limit) {
            refusals.answer(
                    routing.request(),
                    Problem.of(
                                    Status.REQUEST_ENTITY_TOO_LARGE,
                                    "The body is larger than %d bytes.".formatted(limit))
                            .violation("body", "is too large"));
        } else {
            routing.next();
        }
    }

    /**
     * Whoever closes on a client that still sends takes the answer from it: read on, keep nothing.
     */
    private void discard(RoutingContext routing, Problem problem) {
        routing.request()
                .resume()
                .collect(Collectors.counting())
                .onComplete(_ -> refusals.answer(routing.request(), problem));
    }

    /**
     * Lets a body in where there is room for it. Only requests whose caller and role have been
     * accepted come here; what others send is not read.
     */
    @ServerRequestFilter
    public @Nullable Response admit(ContainerRequestContext request, RoutingContext routing) {
        int size = Math.max(0, request.getLength());
        if (size == 0) {
            return null;
        }
        if (!room.tryAcquire(size)) {
            return busy();
        }
        routing.addEndHandler(_ -> room.release(size));
        return null;
    }

    private static Response busy() {
        var problem =
                Problem.of(
                                Status.SERVICE_UNAVAILABLE,
                                "Too much is being sent at once; try again in a moment.")
                        .asResponse();
        return Response.fromResponse(problem)
                .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                .build();
    }
}
