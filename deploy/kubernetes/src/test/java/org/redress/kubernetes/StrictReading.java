package org.redress.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every object has the form that the API server wants: Kubernetes' own by fabric8's models, which
 * refuse here what they would keep elsewhere, those of operators by the schemas of their CRDs.
 */
final class StrictReading implements Rule {

    private static final Map<String, Class<? extends HasMetadata>> MODELS =
            Stream.of(
                            ConfigMap.class,
                            Deployment.class,
                            HTTPRoute.class,
                            Ingress.class,
                            Job.class,
                            LimitRange.class,
                            Namespace.class,
                            NetworkPolicy.class,
                            PodDisruptionBudget.class,
                            ResourceQuota.class,
                            Service.class,
                            ServiceAccount.class)
                    .collect(
                            Collectors.toMap(
                                    model ->
                                            HasMetadata.getApiVersion(model)
                                                    + " "
                                                    + HasMetadata.getKind(model),
                                    Function.identity()));

    /**
     * What YAML makes of 8080 and true without quotes, and the API server refuses where it wants
     * text.
     */
    private static final List<CoercionInputShape> NO_TEXTS =
            List.of(
                    CoercionInputShape.Boolean,
                    CoercionInputShape.Integer,
                    CoercionInputShape.Float);

    private static final ObjectMapper STRICT = strict();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

    /** An object that is the same is not read again: one mistake leaves the others as they were. */
    private static final Map<ObjectNode, List<String>> FAULTS = new ConcurrentHashMap<>();

    @Override
    public List<String> faults(Manifests manifests) {
        return manifests.objects().stream()
                .flatMap(object ->
                        FAULTS.computeIfAbsent(object, StrictReading::faults).stream()
                                .map(fault -> Manifests.called(object) + ": " + fault))
                .toList();
    }

    private static List<String> faults(ObjectNode object) {
        String type = object.path("apiVersion").asText() + " " + object.path("kind").asText();
        if (!MODELS.containsKey(type)) {
            return bySchema(type, object);
        }
        try {
            STRICT.treeToValue(object, MODELS.get(type));
            return List.of();
        } catch (JsonProcessingException e) {
            return List.of(e.getOriginalMessage());
        }
    }

    private static List<String> bySchema(String type, JsonNode object) {
        String resource = "/crds/" + type.replaceAll("[/ ]", "_") + ".json";
        if (StrictReading.class.getResource(resource) == null) {
            return List.of("nobody here knows " + type + ", there is no schema" + resource);
        }
        return READ.computeIfAbsent(resource, StrictReading::schema).validate(object).stream()
                .map(Error::toString)
                .toList();
    }

    private static Schema schema(String resource) {
        try (InputStream stream = StrictReading.class.getResourceAsStream(resource)) {
            JsonNode schema = STRICT.readTree(stream);
            close(schema);
            ObjectNode fields = (ObjectNode) schema.path("properties");
            List.of("apiVersion", "kind", "metadata").forEach(fields::putObject);
            return SCHEMAS.getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a schema names fields, no others are allowed. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")
                && !object.has("x-kubernetes-preserve-unknown-fields")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(StrictReading::close);
    }

    private static ObjectMapper strict() {
        return JsonMapper.builder()
                .annotationIntrospector(
                        new JacksonAnnotationIntrospector() {
                            private static final long serialVersionUID = 1;

                            @Override
                            public Boolean hasAnySetter(Annotated member) {
                                return false;
                            }
                        })
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        texts -> {
                            for (CoercionInputShape shape : NO_TEXTS) {
                                texts.setCoercion(shape, CoercionAction.Fail);
                            }
                        })
                .build();
    }
}
