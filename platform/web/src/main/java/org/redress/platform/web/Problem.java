package org.redress.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * What went wrong, for the caller (RFC 9457, {@code application/problem+json}). It names the fields
 * that are wrong and nothing internal. Written in English here; {@link ProblemLanguage} says it in
 * the caller's language.
 *
 * @param title the status in words
 * @param status the HTTP status code
 * @param code what went wrong, for a machine; it stays when the words change
 * @param detail what the caller can do about it
 * @param violations the fields that are wrong; empty where no field is
 */
@JsonPropertyOrder({"type", "title", "status", "code", "detail", "violations"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String title, int status, String code, String detail, List<Violation> violations) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One wrong field: its path in the request, and what is wrong with it. */
    public record Violation(String field, String message) {}

    public Problem {
        violations = List.copyOf(violations);
    }

    /** A problem with this status. */
    public static Problem of(Response.Status status, String detail) {
        return of(status.getStatusCode(), detail);
    }

    /** A problem with this status code. */
    public static Problem of(int status, String detail) {
        var kind = StatusWords.of(status);
        return new Problem(kind.title(), status, kind.code(), detail, List.of());
    }

    /** A request whose field is wrong: 400, {@code field-invalid}. */
    public static Problem badField(String field, String message) {
        return of(Response.Status.BAD_REQUEST, "The request is not valid: " + field + " " + message)
                .violation(field, message);
    }

    /** The same problem with a code of its own: words in lower case, joined by hyphens. */
    public Problem code(String ownCode) {
        return new Problem(title, status, ownCode, detail, violations);
    }

    /** The same problem, naming one more wrong field. */
    public Problem violation(String field, String message) {
        var more = new ArrayList<>(violations);
        more.add(new Violation(field, message));
        var precise = code.equals(StatusWords.BAD_REQUEST.code()) ? "field-invalid" : code;
        return new Problem(title, status, precise, detail, more);
    }

    /** RFC 9457: {@code about:blank} says that the status tells the type. */
    public String getType() {
        return "about:blank";
    }

    /** The problem as an answer. */
    public Response asResponse() {
        return Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(this).build();
    }

    /** The problem as an exception, where an answer can't be returned. */
    public WebApplicationException asException() {
        return new WebApplicationException(detail, asResponse());
    }
}
