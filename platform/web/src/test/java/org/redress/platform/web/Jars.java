package org.redress.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A door for the tests: a shelf of jars. */
@ApplicationScoped
@Path("/jars")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class Jars {

    enum Lid {
        CORK,
        SCREW
    }

    record Label(@NotBlank String text) {}

    record Size(int litres) {
        @JsonCreator
        Size {
            if (litres < 1) {
                throw new IllegalArgumentException("must be at least a litre");
            }
        }
    }

    record NewJar(
            @NotNull @Valid Label label,
            @Nullable Lid lid,
            @Nullable Instant filledAt,
            @Nullable Size size) {}

    private final Idempotency idempotency;
    private final Caller caller;
    private final ReadAudit audit;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger stuck = new AtomicInteger(2);
    private final CountDownLatch slowOneBegan = new CountDownLatch(1);
    private final CountDownLatch slowOneMayEnd = new CountDownLatch(1);

    Jars(Idempotency idempotency, Caller caller, ReadAudit audit) {
        this.idempotency = idempotency;
        this.caller = caller;
        this.audit = audit;
    }

    @POST
    @RolesAllowed("potter")
    public Response make(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid NewJar jar) {
        return idempotency.once(
                key,
                jar,
                answer -> {
                    if (jar.label.text.equals("slow")) {
                        slowOneBegan.countDown();
                        waitFor(slowOneMayEnd);
                    }
                    if (jar.label.text.equals("refused")) {
                        return Problem.of(409, "No such jar.").asResponse();
                    }
                    if (jar.label.text.equals("stuck") && stuck.getAndDecrement() > 0) {
                        throw new IllegalStateException(new SQLException("deadlock", "40P01"));
                    }
                    int number = made.incrementAndGet();
                    answer.isAbout(subject(jar.label.text));
                    return Response.created(URI.create("/jars/" + number))
                            .tag(Versions.tag(1))
                            .entity(List.of(number, jar.label))
                            .build();
                });
    }

    static UUID subject(String label) {
        return UUID.nameUUIDFromBytes(label.getBytes(UTF_8));
    }

    @POST
    @Path("counted")
    @RolesAllowed("potter")
    public Response count(@HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(
                key, "", () -> Response.ok(made.incrementAndGet()).tag(Versions.tag(3)).build());
    }

    @GET
    @Path("beyond")
    @RolesAllowed("potter")
    public String beyond(@QueryParam("of") @DefaultValue("beyond") String subject) {
        audit.requireReason();
        audit.record("jar", subject);
        return "shown";
    }

    @PUT
    @Path("{id}")
    @RolesAllowed("potter")
    public Response change(
            @PathParam("id") int id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return Versions.mismatch(ifMatch, 7)
                .orElseGet(() -> Response.noContent().tag(Versions.tag(8)).build());
    }

    @GET
    @RolesAllowed("potter")
    public Page<String> list(@QueryParam("cursor") @Nullable String cursor) {
        return cursor == null
                ? new Page<>(List.of("first"), Cursor.encode("2026", "first"))
                : new Page<>(Cursor.decode(cursor, 2), null);
    }

    @GET
    @Path("seen")
    @RolesAllowed("potter")
    public List<Boolean> seen(@QueryParam("unit") List<String> units) {
        audit.record("jar", caller.personId());
        return units.stream().map(caller::sees).toList();
    }

    @GET
    @Path("broken")
    @RolesAllowed("potter")
    public String broken() {
        throw new IllegalStateException("secret detail");
    }

    @GET
    @Path("forgotten")
    public String withoutAnnotation() {
        return "nobody may";
    }

    void awaitSlowOne() {
        waitFor(slowOneBegan);
    }

    void endSlowOne() {
        slowOneMayEnd.countDown();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
