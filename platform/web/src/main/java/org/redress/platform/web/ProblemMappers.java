package org.redress.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error leaves as a problem; what is nobody's fault but ours says 500 and no more. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        var problem = Problem.of(Status.BAD_REQUEST, "The request is not valid.");
        var violations =
                e.getConstraintViolations().stream()
                        .sorted(Comparator.comparing(v -> v.getPropertyPath().toString()))
                        .toList();
        for (var violation : violations) {
            problem = problem.violation(field(violation), violation.getMessage());
        }
        return problem.asResponse();
    }

    @ServerExceptionMapper
    public Response notJson(JsonProcessingException e) {
        return unreadable(e).asResponse();
    }

    /** The framework has a mapper of its own for this subtype; ours must be as specific. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException e) {
        return unreadable(e).asResponse();
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

    @ServerExceptionMapper
    public Response bug(RuntimeException e) {
        LOG.error("a request failed", e);
        return Problem.of(
                        Status.INTERNAL_SERVER_ERROR,
                        "The request failed on our side; it may be tried again.")
                .asResponse();
    }

    private static Response challenge() {
        var problem =
                Problem.of(Status.UNAUTHORIZED, "A valid bearer token is needed.").asResponse();
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static Problem unreadable(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                    Problem.badField(path(unknown), "is not a known field");
            case InvalidFormatException format when format.getTargetType().isEnum() ->
                    Problem.badField(
                            path(format),
                            "must be one of "
                                    + Arrays.stream(format.getTargetType().getEnumConstants())
                                            .map(Object::toString)
                                            .collect(Collectors.joining(", ")));
            case ValueInstantiationException refused when refused.getCause() != null ->
                    Problem.badField(path(refused), refused.getCause().getMessage());
            case JsonMappingException mapping ->
                    Problem.badField(path(mapping), "has the wrong form");
            default -> Problem.of(Status.BAD_REQUEST, "The body is not valid JSON.");
        };
    }

    /** The field as the caller wrote it: {@code customer.phone}, {@code items[2].name}. */
    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    /** Without the method and parameter that bean validation puts before the field. */
    private static String field(ConstraintViolation<?> violation) {
        var steps =
                StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                        .map(Path.Node::toString)
                        .toList();
        int skip = violation.getExecutableParameters() == null ? 0 : steps.size() > 2 ? 2 : 1;
        return String.join(".", steps.subList(skip, steps.size()));
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not know that method.";
            case 406 -> "None of the accepted media types can be had here.";
            case 413 -> "The body is larger than 1 MB.";
            case 415 -> "Send the body as " + MediaType.APPLICATION_JSON + ".";
            default -> "The request can't be answered.";
        };
    }
}
