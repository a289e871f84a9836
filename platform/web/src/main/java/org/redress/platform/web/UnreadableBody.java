package org.redress.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.redress.platform.web.json.RefusedValue;

/** Says which field of a body can't be read, and why. */
final class UnreadableBody {

    private static final Pattern TWICE =
            Pattern.compile("Duplicate field '(.*?)'.*", Pattern.DOTALL);

    private UnreadableBody() {}

    static Problem problem(JsonProcessingException e) {
        return switch (e) {
            case RefusedValue refused ->
                    Problem.badField(path(refused), refused.getOriginalMessage());
            case UnrecognizedPropertyException unknown ->
                    Problem.badField(path(unknown), "is not a known field");
            case InvalidFormatException format when format.getTargetType().isEnum() ->
                    Problem.badField(
                            path(format),
                            "must be one of " + names(format.getTargetType().getEnumConstants()));
            case ValueInstantiationException refused when refused.getCause() != null ->
                    Problem.badField(path(refused), refused.getCause().getMessage());
            case JsonMappingException mapping
                    when mapping.getCause() instanceof InputCoercionException ->
                    Problem.badField(path(mapping), "is out of range");
            case JsonMappingException mapping
                    when mapping.getCause() instanceof JsonProcessingException malformed
                            && !(malformed instanceof JsonMappingException) ->
                    malformed(malformed);
            case JsonMappingException mapping ->
                    Problem.badField(path(mapping), "has the wrong form");
            default -> malformed(e);
        };
    }

    private static Problem malformed(JsonProcessingException e) {
        var twice = TWICE.matcher(e.getOriginalMessage());
        if (twice.matches()) {
            return Problem.badField(twice.group(1), "is there twice");
        }
        return Problem.of(
                        Status.BAD_REQUEST,
                        e instanceof StreamConstraintsException
                                ? "The body is nested too deeply or holds too long a number or name."
                                : "The body is not valid JSON.")
                .violation("body", "is not valid JSON");
    }

    private static String names(Object[] constants) {
        return Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", "));
    }

    /** The field as the caller wrote it: {@code label.text}, {@code items[2].name}. */
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
}
