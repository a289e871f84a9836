package org.redress.platform.web;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jboss.logging.MDC;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.limits.RateLimited;
import org.redress.platform.web.outage.RetriedOnConflict;
import org.redress.platform.web.text.Amount;
import org.redress.platform.web.text.MailAddress;
import org.redress.platform.web.text.PlainLine;
import org.redress.platform.web.text.PlainText;

/** Another door for the tests: fields and parameters of every kind. */
@ApplicationScoped
@Path("/shelf")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("potter")
public class Shelf {

    enum Wood {
        OAK,
        ELM
    }

    record Board(
            @NotNull @PlainText @Size(max = 200_000) String text,
            @PlainLine @Nullable String line,
            @MailAddress @Nullable String mail,
            @Amount @Nullable BigDecimal price,
            @Nullable BigDecimal width,
            @Nullable Double weight,
            @Nullable Integer count,
            @Nullable Boolean painted,
            boolean round,
            @Nullable Wood wood,
            @Nullable Instant cutAt,
            @Nullable LocalDate sold,
            @Nullable UUID id,
            @Nullable List<String> tags) {}

    record Place(@QueryParam("row") @Nullable String row) {}

    private final Joinery joinery;
    private final SmallPool pool;

    Shelf(Joinery joinery, SmallPool pool) {
        this.joinery = joinery;
        this.pool = pool;
    }

    @POST
    public Board keep(@NotNull @Valid Board board) {
        return board;
    }

    @GET
    public List<String> find(
            @QueryParam("wood") @Nullable Wood wood,
            @QueryParam("since") @Nullable Instant since,
            @QueryParam("day") @Nullable LocalDate day,
            @QueryParam("id") @Nullable UUID id,
            @QueryParam("name") @Nullable String name,
            @QueryParam("tag") List<String> tags,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @BeanParam Place place) {
        return tags;
    }

    @GET
    @Path("{id}")
    public UUID one(@PathParam("id") UUID id) {
        return id;
    }

    @GET
    @Path("numbered/{number}")
    public String numbered(@PathParam("number") String number) {
        return String.valueOf(MDC.get("case"));
    }

    @DELETE
    @Path("numbered/{number}")
    public void discard(@PathParam("number") String number) {}

    @GET
    @Path("keys")
    public List<Object> keys(@QueryParam("cursor") @Nullable String cursor) {
        var keys = Cursor.keys(String.valueOf(cursor), 3);
        return List.of(keys.instant(0), keys.uuid(1), keys.number(2));
    }

    @GET
    @Path("away")
    public String away(@QueryParam("state") @Nullable String state) {
        throw new IllegalStateException(new SQLException("a row's secret", state));
    }

    @GET
    @Path("glued")
    public int glued() throws SQLException {
        return joinery.glue();
    }

    @GET
    @Path("cut")
    public String cut() throws SQLException {
        return joinery.cutOff();
    }

    @GET
    @Path("waited")
    public String waited(@QueryParam("by") @Nullable String by) throws SQLException {
        if ("jdbi".equals(by)) {
            return Jdbi.create(pool.dataSource()).withHandle(handle -> "had");
        }
        try (var _ = pool.dataSource().getConnection()) {
            return "had";
        }
    }

    @GET
    @Path("open/{token}")
    @PermitAll
    @RateLimited
    public String open(@PathParam("token") String token) {
        return "open";
    }

    /** Work that the database has a part in. */
    @ApplicationScoped
    static class Joinery {
        private final AtomicInteger tries = new AtomicInteger();
        private final DataSource database;
        private final SmallPool pool;

        Joinery(DataSource database, SmallPool pool) {
            this.database = database;
            this.pool = pool;
        }

        /** Loses its connection between its last statement and its commit. */
        @Transactional
        String cutOff() throws SQLException {
            try (var mine = database.getConnection();
                    var statement = mine.createStatement();
                    var me = statement.executeQuery("select pg_backend_pid()")) {
                me.next();
                try (var other = pool.dataSource().getConnection();
                        var kill = other.prepareStatement("select pg_terminate_backend(?)")) {
                    kill.setInt(1, me.getInt(1));
                    kill.execute();
                }
            }
            return "done";
        }

        /** Succeeds when it is tried for the third time. */
        @Transactional
        @RetriedOnConflict
        int glue() throws SQLException {
            if (tries.incrementAndGet() % 3 != 0) {
                throw new SQLException("deadlock detected", "40P01");
            }
            return tries.get();
        }
    }
}
