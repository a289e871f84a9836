package org.redress.platform.web.parameters;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;

/**
 * Refuses what the operation does not know by name: a misspelt or guessed filter that is ignored
 * answers with somebody else's data. Refuses too what is there twice and can be there once, and
 * values with characters that nobody types.
 */
public class QueryCheck {

    private final Map<Method, Map<String, Boolean>> declared = new ConcurrentHashMap<>();

    /** Checks what came with the address; an empty answer lets it through. */
    @ServerRequestFilter
    public @Nullable Response check(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        if (method == null) {
            return null;
        }
        var known =
                declared.computeIfAbsent(
                        method, m -> Declared.queryOf(resource.getResourceClass(), m));
        var wrong = new TreeMap<String, String>();
        var query = request.getUriInfo().getQueryParameters();
        boolean unknown = !known.keySet().containsAll(query.keySet());
        query.forEach((name, values) ->
                verdict(known.get(name), values.size()).ifPresent(says -> wrong.put(name, says)));
        refuseControls(query, wrong);
        refuseControls(request.getUriInfo().getPathParameters(), wrong);
        return wrong.isEmpty() ? null : refusal(unknown, wrong);
    }

    private static Optional<String> verdict(@Nullable Boolean repeatable, int times) {
        if (repeatable == null) {
            return Optional.of("is not a known query parameter");
        }
        return repeatable || times == 1 ? Optional.empty() : Optional.of("is there twice");
    }

    private static void refuseControls(
            MultivaluedMap<String, String> values, Map<String, String> wrong) {
        values.forEach((name, all) -> {
            if (all.stream().anyMatch(QueryCheck::holdsControls)) {
                wrong.putIfAbsent(name, "must not hold control characters");
            }
        });
    }

    /** U+FFFD is what decoding makes of bytes that are no UTF-8. */
    private static boolean holdsControls(String value) {
        return value.codePoints()
                .anyMatch(c ->
                        Character.isISOControl(c)
                                || c == 0xFFFD
                                || Character.getType(c) == Character.SURROGATE);
    }

    private static Response refusal(boolean unknown, Map<String, String> wrong) {
        var problem = Problem.of(Status.BAD_REQUEST, "The address is not valid.");
        for (var one : wrong.entrySet()) {
            problem = problem.violation(one.getKey(), one.getValue());
        }
        return (unknown ? problem.code("query-unknown") : problem).asResponse();
    }
}
