package org.redress.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.redress.platform.web.outage.Scrubbed;
import org.redress.platform.web.outage.SqlFailures;

/** Every error leaves as a problem; what is nobody's fault but ours says 500 and no more. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int SECONDS_TO_WAIT = 2;

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        var problem = Problem.of(Status.BAD_REQUEST, "The request is not valid.");
        var wrong = new TreeSet<String[]>(Arrays::compare);
        e.getConstraintViolations()
                .forEach(violation ->
                        wrong.add(
                                new String[] {
                                    InvalidFields.nameOf(violation), violation.getMessage()
                                }));
        for (var violation : wrong) {
            problem = problem.violation(violation[0], violation[1]);
        }
        return problem.asResponse();
    }

    @ServerExceptionMapper
    public Response notJson(JsonProcessingException e) {
        return e.getCause() instanceof WebApplicationException answered
                ? http(answered)
                : UnreadableBody.problem(e).asResponse();
    }

    /** The framework has a mapper of its own for this subtype; ours must be as specific. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException e) {
        return notJson(e);
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException e) {
        return challenge();
    }

    @ServerExceptionMapper
    public Response badToken(AuthenticationFailedException e) {
        return challenge();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return Problem.of(Status.FORBIDDEN, "Your role may not do this.").asResponse();
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return notJson(json);
        }
        var answer = e.getResponse();
        if (answer.hasEntity() || answer.getStatus() < 400) {
            return answer;
        }
        var problem = Problem.of(answer.getStatus(), detail(answer.getStatus())).asResponse();
        var withHeaders = Response.fromResponse(problem);
        if (answer.getHeaderString(HttpHeaders.ALLOW) != null) {
            withHeaders.header(HttpHeaders.ALLOW, answer.getHeaderString(HttpHeaders.ALLOW));
        }
        return withHeaders.build();
    }

    /** A database that is away is no bug: the caller shall come again. */
    @ServerExceptionMapper
    public Response failed(Throwable e) {
        if (SqlFailures.isOutage(e) || SqlFailures.isConflict(e)) {
            LOG.warnf("a request could not be served: %s", SqlFailures.describe(e));
            return later();
        }
        if (isGone(e)) {
            LOG.debug("a client went away before its request was read");
            return Problem.of(Status.BAD_REQUEST, "The request ended before its end.").asResponse();
        }
        LOG.error("a request failed", Scrubbed.of(e));
        return Problem.of(
                        Status.INTERNAL_SERVER_ERROR,
                        "The request failed on our side; it may be tried again.")
                .asResponse();
    }

    /** The framework answers some runtime exceptions itself where no mapper is as near. */
    @ServerExceptionMapper
    public Response failedAtRuntime(RuntimeException e) {
        return failed(e);
    }

    /** A client that hung up is nobody's failure, and hears no answer. */
    private static boolean isGone(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpClosedException) {
                return true;
            }
        }
        return false;
    }

    private static Response later() {
        var problem =
                Problem.of(
                                Status.SERVICE_UNAVAILABLE,
                                "The service can't reach its database; try again in a moment.")
                        .asResponse();
        return Response.fromResponse(problem)
                .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                .build();
    }

    private static Response challenge() {
        var problem =
                Problem.of(Status.UNAUTHORIZED, "A valid bearer token is needed.").asResponse();
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not know that method.";
            case 406 -> "None of the accepted media types can be had here.";
            case 413 -> "The body is too large.";
            case 415 -> "Send the body as " + MediaType.APPLICATION_JSON + ".";
            default -> "The request can't be answered.";
        };
    }
}
