package org.redress.escalation.handling;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.platform.web.Caller;
import org.redress.platform.web.UnitPaths;

/** What changes in the lists, as it happens. */
@Path("/api/v1/handlings/changes")
@RunOnVirtualThread
@Tag(name = "Handling")
class ChangesResource {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration TOO_SLOW = Duration.ofSeconds(30);

    /** Tokens are of the world's time, whatever ours is. */
    private static final InstantSource WORLD = InstantSource.system();

    private final ChangeFeed feed;
    private final Caller caller;
    private final SecurityIdentity identity;

    ChangesResource(ChangeFeed feed, Caller caller, SecurityIdentity identity) {
        this.feed = feed;
        this.caller = caller;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({"handler", "manager", "commander", "triage-officer"})
    @Operation(
            summary = "What changes in the lists of my units, as it happens",
            description =
                    "Server-sent events. It begins with reload: read the lists. Then changed, with the numbers of the cases that have changed, apart by spaces, or reload again after too much at once. A comment every fifteen seconds says that it goes on. It ends with the token; whoever connects again begins with reload, so that nothing is missed and no Last-Event-ID is needed.")
    @APIResponse(responseCode = "200", description = "Until the token ends, or the caller leaves")
    public void changes(@Context SseEventSink sink, @Context Sse sse) {
        List<String> units = caller.units();
        Instant end = tokenEnds();
        try (sink;
                var listener =
                        feed.listen(unit ->
                                units.stream().anyMatch(own -> UnitPaths.isWithin(unit, own)))) {
            while (!sink.isClosed() && WORLD.instant().isBefore(end)) {
                Duration left = Duration.between(WORLD.instant(), end);
                Listener.News news =
                        listener.next(left.compareTo(HEARTBEAT) < 0 ? left : HEARTBEAT);
                sink.send(event(news, sse))
                        .toCompletableFuture()
                        .get(TOO_SLOW.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException _) {
            // Whoever has left, or does not read, connects again.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static OutboundSseEvent event(Listener.News news, Sse sse) {
        if (news.reload()) {
            return sse.newEventBuilder().name("reload").data("all").build();
        }
        return news.cases().isEmpty()
                ? sse.newEventBuilder().comment("still here").build()
                : sse.newEventBuilder()
                        .name("changed")
                        .data(String.join(" ", news.cases()))
                        .build();
    }

    private Instant tokenEnds() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : WORLD.instant();
    }
}
