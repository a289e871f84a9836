package org.redress.reporting.metrics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Problem;
import org.redress.reporting.metrics.Period.Days;
import org.redress.reporting.metrics.Period.Refused;

/**
 * The daily metrics of the units that the caller sees, and of the cases that no unit owns yet
 * (XX-06).
 */
@Path("/api/v1/metrics/daily")
@Tag(name = "Metrics")
@RunOnVirtualThread
class MetricsResource {
    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE;
    private static final MediaType CSV = new MediaType("text", "csv", "UTF-8");

    private final DailyMetrics metrics;
    private final Caller caller;
    private final ZoneId zone;
    private final long longest;

    /**
     * The metrics of a period.
     *
     * @param zone the tenant's, in which the days are days
     */
    public record Answer(LocalDate from, LocalDate to, String zone, List<DailyMetric> items) {}

    MetricsResource(
            DailyMetrics metrics,
            Caller caller,
            @ConfigProperty(name = "redress.zone") ZoneId zone,
            @ConfigProperty(name = "redress.reporting.longest-period") long longest) {
        this.metrics = metrics;
        this.caller = caller;
        this.zone = zone;
        this.longest = longest;
    }

    @GET
    @RolesAllowed({"bi-analyst", "manager", "admin"})
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            summary = "What happened on each day, by owner unit, class and severity",
            description =
                    "Only real cases, no drills. Each counter counts on the day on which the thing"
                            + " happened. Send Accept: text/csv for a table.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Answer.class),
                        examples = @ExampleObject(name = "one day", value = Examples.DAILY)),
                @Content(
                        mediaType = "text/csv",
                        examples = @ExampleObject(name = "one day", value = Examples.DAILY_CSV))
            })
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong; the problem names it",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples =
                                    @ExampleObject(
                                            name = "to before from",
                                            value = Examples.BAD_PERIOD)))
    public Response daily(
            @Parameter(
                            description = "First day, in the tenant's zone",
                            required = true,
                            example = "2026-11-01")
                    @QueryParam("from")
                    @Nullable LocalDate from,
            @Parameter(description = "Last day, included", required = true, example = "2026-11-30")
                    @QueryParam("to")
                    @Nullable LocalDate to,
            @Context HttpHeaders headers) {
        var type = preferred(headers.getAcceptableMediaTypes());
        return switch (Period.of(from, to, longest)) {
            case Days days ->
                    Response.ok(content(days, type))
                            .type(type)
                            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                            .build();
            case Refused refused -> refused.problem().asResponse();
        };
    }

    /** What is neither was refused before; whatever may be both is JSON. */
    private static MediaType preferred(List<MediaType> accepted) {
        return accepted.stream()
                .filter(type -> type.isCompatible(JSON) || type.isCompatible(CSV))
                .findFirst()
                .filter(type -> !type.isCompatible(JSON))
                .map(_ -> CSV)
                .orElse(JSON);
    }

    private Object content(Days days, MediaType type) {
        return type.equals(CSV)
                ? Csv.of(visible(days))
                : new Answer(days.from(), days.to(), zone.getId(), visible(days));
    }

    private List<DailyMetric> visible(Days days) {
        return metrics.between(days.from(), days.to(), caller.scope());
    }
}
