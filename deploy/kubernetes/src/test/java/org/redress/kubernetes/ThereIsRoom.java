package org.redress.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.redress.kubernetes.Manifests.Kind;

/**
 * Whoever scales a service knows it and its topics, and the quota has room for all pods at their
 * largest while each service changes its version.
 */
final class ThereIsRoom implements Rule {

    private static final List<String> LIMITED =
            List.of("requests.cpu", "requests.memory", "limits.memory");

    @Override
    public List<String> faults(Manifests manifests) {
        List<String> faults = new ArrayList<>();
        manifests.of(Kind.ScaledObject).forEach(scaled -> scaled(scaled, manifests, faults));
        manifests.of(Kind.ResourceQuota).forEach(quota -> quota(quota, manifests, faults));
        return faults;
    }

    private static void scaled(JsonNode scaled, Manifests manifests, List<String> faults) {
        String target = scaled.at("/spec/scaleTargetRef/name").asText();
        if (manifests.find(Kind.Deployment, target).isEmpty()) {
            faults.add(
                    "%s scales %s, which is no Deployment"
                            .formatted(Manifests.called(scaled), target));
        }
        int partitions =
                manifests
                        .of(Kind.KafkaTopic)
                        .mapToInt(topic -> topic.at("/spec/partitions").asInt())
                        .max()
                        .orElse(Integer.MAX_VALUE);
        if (most(target, manifests) > partitions) {
            faults.add(
                    "%s: no topic has more than %d partitions for so many pods"
                            .formatted(Manifests.called(scaled), partitions));
        }
        for (JsonNode trigger : scaled.at("/spec/triggers")) {
            String login = trigger.at("/authenticationRef/name").asText();
            if (trigger.has("authenticationRef")
                    && manifests.find(Kind.TriggerAuthentication, login).isEmpty()) {
                faults.add(
                        "%s logs in as %s, which is nobody"
                                .formatted(Manifests.called(scaled), login));
            }
            if (trigger.path("type").asText().equals("kafka")
                    && !trigger.at("/metadata/consumerGroup").asText().equals(target)) {
                faults.add(
                        "%s looks at the group %s, and %s reads in its own"
                                .formatted(
                                        Manifests.called(scaled),
                                        trigger.at("/metadata/consumerGroup").asText(),
                                        target));
            }
        }
    }

    private static int most(String deployment, Manifests manifests) {
        return manifests
                .find(Kind.ScaledObject, deployment)
                .map(scaled -> scaled.at("/spec/maxReplicaCount").asInt())
                .orElse(1);
    }

    private static void quota(JsonNode quota, Manifests manifests, List<String> faults) {
        for (String limit : LIMITED) {
            BigDecimal hard = amount(quota.at("/spec/hard").path(limit).asText());
            BigDecimal wanted =
                    wishes(manifests)
                            .map(wish -> wish.amount("/" + limit.replace('.', '/')))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (wanted.compareTo(hard) > 0) {
                faults.add(
                        "%s: %s of %s are too few, all together want %s"
                                .formatted(Manifests.called(quota), limit, hard, wanted));
            }
        }
    }

    /** So many pods that each want this. */
    private record Wish(int pods, JsonNode resources) {
        BigDecimal amount(String path) {
            return ThereIsRoom.amount(resources.at(path).asText("0"))
                    .multiply(BigDecimal.valueOf(pods));
        }
    }

    private static Stream<Wish> wishes(Manifests manifests) {
        Stream<Wish> services =
                manifests
                        .pods()
                        .map(pod ->
                                new Wish(
                                        most(pod.service(), manifests) + 1,
                                        pod.container().path("resources")));
        Stream<Wish> databases =
                manifests
                        .of(Kind.Cluster)
                        .map(cluster ->
                                new Wish(
                                        cluster.at("/spec/instances").asInt(),
                                        cluster.at("/spec/resources")));
        Stream<Wish> brokers =
                manifests.objects().stream()
                        .filter(object -> object.path("kind").asText().equals("KafkaNodePool"))
                        .map(pool ->
                                new Wish(
                                        pool.at("/spec/replicas").asInt(),
                                        pool.at("/spec/resources")));
        return Stream.of(services, databases, brokers).flatMap(all -> all);
    }

    private static BigDecimal amount(String quantity) {
        return Quantity.getAmountInBytes(new Quantity(quantity));
    }
}
