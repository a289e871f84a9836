package org.redress.platform.web.parameters;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;
import org.redress.platform.web.text.Moments;

/**
 * Reads a parameter of an address or header as its type. Jakarta REST answers 404 to a wrong query
 * parameter and names none; here it is 400 by name, and 404 only for a part of the path.
 */
@Provider
public class TypedParameters implements ParamConverterProvider {

    /** How a text becomes a value, and what is said where it doesn't. */
    private record Form(Function<String, Object> read, String refusal) {}

    private static final Map<Class<?>, Form> FORMS =
            Map.of(
                    int.class, number(Integer::valueOf),
                    Integer.class, number(Integer::valueOf),
                    long.class, number(Long::valueOf),
                    Long.class, number(Long::valueOf),
                    UUID.class, new Form(TypedParameters::id, "must be a UUID"),
                    Instant.class,
                            new Form(
                                    TypedParameters::moment,
                                    "must be a moment such as 2026-11-21T06:02:10Z"),
                    LocalDate.class,
                            new Form(TypedParameters::day, "must be a date such as 2026-11-21"));

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, Type genericType, Annotation @Nullable [] annotations) {
        var form = type.isEnum() ? oneOf(type) : FORMS.get(type);
        if (form == null || annotations == null) {
            return null;
        }
        var name = Declared.name(annotations, "parameter").orElse("parameter");
        return (ParamConverter) new Named(name, isInPath(annotations), form);
    }

    private record Named(String name, boolean inPath, Form form) implements ParamConverter<Object> {

        @Override
        public @Nullable Object fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return form.read.apply(text);
            } catch (RuntimeException _) {
                throw (inPath
                                ? Problem.of(Status.NOT_FOUND, "There is nothing at this address.")
                                        .violation(name, form.refusal)
                                : Problem.badField(name, form.refusal))
                        .asException();
            }
        }

        @Override
        public String toString(Object value) {
            return value.toString();
        }
    }

    private static boolean isInPath(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .anyMatch(a -> a instanceof PathParam || a instanceof RestPath);
    }

    private static Form number(Function<String, Object> read) {
        return new Form(read, "must be a whole number");
    }

    private static Form oneOf(Class<?> type) {
        var constants = type.getEnumConstants();
        var names =
                Arrays.stream(constants)
                        .map(constant -> ((Enum<?>) constant).name())
                        .collect(Collectors.joining(", "));
        return new Form(
                text ->
                        Arrays.stream(constants)
                                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                                .findFirst()
                                .orElseThrow(),
                "must be one of " + names);
    }

    private static UUID id(String text) {
        var id = UUID.fromString(text);
        return require(id, id.toString().equalsIgnoreCase(text));
    }

    private static Instant moment(String text) {
        var moment = OffsetDateTime.parse(text).toInstant();
        return require(moment, Moments.isWritten(text) && Moments.isSensible(moment));
    }

    private static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        return require(day, Moments.isSensible(day));
    }

    private static <T> T require(T value, boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException();
        }
        return value;
    }
}
