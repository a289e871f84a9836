package org.redress.platform.web.parameters;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What a resource method says of its parameters. */
public final class Declared {

    private Declared() {}

    /** Whether the parameter is the request's body. */
    public static boolean isBody(Parameter parameter) {
        return name(parameter.getAnnotations(), parameter.getName()).isEmpty()
                && !parameter.isAnnotationPresent(Context.class);
    }

    /** The parameter's name in the request; none for a bean of parameters or the body. */
    public static String nameOf(Parameter parameter) {
        return name(parameter.getAnnotations(), parameter.getName()).orElse("");
    }

    /** The name that one of these annotations gives; empty where none is a parameter's. */
    static Optional<String> name(Annotation[] annotations, String javaName) {
        return Arrays.stream(annotations).flatMap(a -> name(a, javaName).stream()).findFirst();
    }

    /** The query parameters of a method, and of each whether it may be there more than once. */
    static Map<String, Boolean> queryOf(Class<?> resource, Method method) {
        var found = new HashMap<String, Boolean>();
        Arrays.stream(method.getParameters())
                .forEach(parameter ->
                        collect(parameter, parameter.getName(), parameter.getType(), found));
        fields(resource).forEach(field -> collect(field, field.getName(), field.getType(), found));
        return Map.copyOf(found);
    }

    private static void collect(
            AnnotatedElement element, String javaName, Class<?> type, Map<String, Boolean> found) {
        if (element.isAnnotationPresent(BeanParam.class)) {
            collectBean(type, found);
            return;
        }
        var query = element.getAnnotation(QueryParam.class);
        var restQuery = element.getAnnotation(RestQuery.class);
        if (query != null || restQuery != null) {
            found.put(
                    name(element.getAnnotations(), javaName).orElseThrow(),
                    type.isArray() || Collection.class.isAssignableFrom(type));
        }
    }

    private static void collectBean(Class<?> bean, Map<String, Boolean> found) {
        fields(bean).forEach(field -> collect(field, field.getName(), field.getType(), found));
        if (bean.isRecord()) {
            Arrays.stream(bean.getRecordComponents())
                    .forEach(part -> collect(part, part.getName(), part.getType(), found));
        }
    }

    private static Stream<Field> fields(Class<?> type) {
        return Stream.<Class<?>>iterate(
                        type, c -> c != null && c != Object.class, Class::getSuperclass)
                .flatMap(c -> Arrays.stream(c.getDeclaredFields()));
    }

    private static Optional<String> name(Annotation annotation, String javaName) {
        return Optional.ofNullable(
                switch (annotation) {
                    case QueryParam query -> query.value();
                    case PathParam path -> path.value();
                    case HeaderParam header -> header.value();
                    case CookieParam cookie -> cookie.value();
                    case FormParam form -> form.value();
                    case MatrixParam matrix -> matrix.value();
                    case RestQuery query -> query.value().isEmpty() ? javaName : query.value();
                    case RestPath path -> path.value().isEmpty() ? javaName : path.value();
                    case RestHeader header -> header.value().isEmpty() ? javaName : header.value();
                    case BeanParam _ -> "";
                    default -> null;
                });
    }
}
