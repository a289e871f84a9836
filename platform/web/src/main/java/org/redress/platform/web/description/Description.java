package org.redress.platform.web.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Says in every OpenAPI document what all doors have in common: one {@code Problem} behind each
 * refusal, an id for each operation, each shared header once.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Description implements OASFilter {

    private static final String JSON_PROBLEM = "application/problem+json";

    private static final Map<String, String> EVERYWHERE =
            sorted(
                    Map.of(
                            "400", "A field, parameter or header is wrong; the problem names it",
                            "413", "The body is too large",
                            "503",
                                    "Busy, or without its database; Retry-After says when to come"
                                            + " again"));

    private static final Map<String, String> WITH_LOGIN =
            sorted(Map.of("401", "No valid token", "403", "The role or the units do not allow it"));

    private static final Map<String, String> HEADERS =
            sorted(
                    Map.of(
                            "Idempotency-Key",
                            "1 to 255 visible ASCII characters. A repeated key with the same body gets the"
                                    + " first answer again and has no second effect; kept for 24 hours.",
                            "If-Match",
                            "The ETag that was read last; without it 428, with an older one 412.",
                            "Accept-Language",
                            "zh or en: the language of titles, details and messages of problems.",
                            "Access-Reason",
                            "Why personal data is read, one line of at most 200 characters in UTF-8, as it"
                                    + " is or percent-encoded; it goes into the audit."));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        describe(document.getComponents());
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        var ids = new HashSet<String>();
        document.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations()
                                .forEach((method, operation) -> complete(method, operation, ids)));
    }

    private static void describe(Components components) {
        components.addSchema(Schemas.PROBLEM, Schemas.problem());
        components.addSchema(Schemas.VIOLATION, Schemas.violation());
        HEADERS.forEach((name, says) ->
                components.addParameter(
                        name,
                        OASFactory.createParameter()
                                .name(name)
                                .in(Parameter.In.HEADER)
                                .required(false)
                                .description(says)
                                .schema(Schemas.text())));
    }

    private static void complete(PathItem.HttpMethod method, Operation operation, Set<String> ids) {
        operation.setOperationId(unique(operation.getOperationId(), ids));
        shareHeaders(method, operation);
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        addMissing(operation, EVERYWHERE);
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            addMissing(operation, WITH_LOGIN);
        }
        operation
                .getResponses()
                .getAPIResponses()
                .forEach((status, response) -> {
                    if (status.startsWith("4") || status.startsWith("5")) {
                        asProblem(response);
                    }
                });
    }

    /** Two builds make the same document; the order of {@link Map#of} is another each time. */
    private static Map<String, String> sorted(Map<String, String> texts) {
        return new TreeMap<>(texts);
    }

    /** {@code LookupResource_read} is {@code Lookup_read} to whoever generates a client. */
    private static String unique(@Nullable String id, Set<String> taken) {
        var name = id == null ? "operation" : id.replaceFirst("Resource(_|$)", "$1");
        var free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + i;
        }
        return free;
    }

    private static void shareHeaders(PathItem.HttpMethod method, Operation operation) {
        var parameters = new ArrayList<Parameter>();
        var shared = new HashSet<>(List.of("Accept-Language"));
        if (method == PathItem.HttpMethod.GET && operation.getSecurity() != null) {
            shared.add("Access-Reason");
        }
        for (var parameter : orEmpty(operation.getParameters())) {
            if (parameter.getIn() == Parameter.In.HEADER
                    && HEADERS.containsKey(parameter.getName())) {
                shared.add(parameter.getName());
            } else if (parameter.getRef() == null) {
                parameters.add(parameter);
            }
        }
        shared.stream()
                .sorted()
                .forEach(name ->
                        parameters.add(
                                OASFactory.createParameter()
                                        .ref("#/components/parameters/" + name)));
        operation.setParameters(parameters);
    }

    private static void addMissing(Operation operation, Map<String, String> responses) {
        responses.forEach((status, says) -> {
            if (!operation.getResponses().hasAPIResponse(status)) {
                operation
                        .getResponses()
                        .addAPIResponse(status, OASFactory.createAPIResponse().description(says));
            }
        });
    }

    private static void asProblem(APIResponse response) {
        if (response.getRef() != null) {
            return;
        }
        var described =
                response.getContent() == null
                        ? null
                        : response.getContent().getMediaType(JSON_PROBLEM);
        var content = described == null ? OASFactory.createMediaType() : described;
        content.setSchema(OASFactory.createSchema().ref("#/components/schemas/" + Schemas.PROBLEM));
        if (response.getContent() == null) {
            response.setContent(OASFactory.createContent());
        }
        response.getContent().addMediaType(JSON_PROBLEM, content);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
