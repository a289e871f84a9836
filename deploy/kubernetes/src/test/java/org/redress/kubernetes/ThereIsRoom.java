package org.redress.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redress.kubernetes.Manifests.Kind;

/**
 * Whoever scales a service knows it, its topics and its metrics, and the quota has room for all
 * pods at their largest while each service changes its version.
 */
final class ThereIsRoom implements Rule {

    private static final Pattern QUERY = Pattern.compile("(?<metric>[a-z_]+)\\{");

    private static final BigDecimal GIBIBYTE = BigDecimal.valueOf(1L << 30);

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
            Matcher query = QUERY.matcher(trigger.at("/metadata/query").asText());
            if (query.find() && !ServiceSettings.metrics(target).contains(query.group("metric"))) {
                faults.add(
                        "%s asks for %s, which no code of %s counts"
                                .formatted(
                                        Manifests.called(scaled), query.group("metric"), target));
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
        return replicas(deployment, "/spec/maxReplicaCount", manifests);
    }

    private static int least(String deployment, Manifests manifests) {
        return replicas(deployment, "/spec/minReplicaCount", manifests);
    }

    private static int replicas(String deployment, String path, Manifests manifests) {
        return manifests
                .find(Kind.ScaledObject, deployment)
                .map(scaled -> scaled.at(path).asInt())
                .orElse(1);
    }

    private static void quota(JsonNode quota, Manifests manifests, List<String> faults) {
        for (String limit : LIMITED) {
            BigDecimal hard = amount(quota.at("/spec/hard").path(limit));
            BigDecimal wanted =
                    sum(wishes(manifests, service -> most(service, manifests) + 1), limit);
            if (wanted.compareTo(hard) > 0) {
                faults.add(
                        "%s: %s of %s are too few, all together want %s"
                                .formatted(Manifests.called(quota), limit, hard, wanted));
            }
        }
    }

    /** As the README tells it: pods, processors, memory, disk. */
    static String cost(Manifests manifests, boolean atLargest) {
        List<Wish> wishes =
                wishes(
                        manifests,
                        service ->
                                atLargest ? most(service, manifests) : least(service, manifests));
        BigDecimal disk =
                wishes.stream()
                        .map(wish -> amount(wish.disk()).multiply(BigDecimal.valueOf(wish.pods())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return String.format(
                Locale.ROOT,
                "%d | %.1f | %.1f GiB | %.0f GiB",
                wishes.stream().mapToInt(Wish::pods).sum(),
                sum(wishes, "requests.cpu"),
                sum(wishes, "requests.memory").divide(GIBIBYTE),
                disk.divide(GIBIBYTE));
    }

    private static BigDecimal sum(List<Wish> wishes, String resource) {
        return wishes.stream()
                .map(wish -> wish.of(resource))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** So many pods with these containers and this disk each. */
    private record Wish(int pods, List<JsonNode> containers, JsonNode disk) {
        BigDecimal of(String resource) {
            return containers.stream()
                    .map(container ->
                            amount(container.at("/resources/" + resource.replace('.', '/'))))
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .multiply(BigDecimal.valueOf(pods));
        }
    }

    private static List<Wish> wishes(Manifests manifests, ToIntFunction<String> replicas) {
        List<Wish> all = new ArrayList<>();
        JsonNode none = MissingNode.getInstance();
        manifests
                .pods()
                .forEach(pod ->
                        all.add(
                                new Wish(
                                        replicas.applyAsInt(pod.service()),
                                        List.of(pod.container()),
                                        none)));
        for (JsonNode cluster : manifests.of(Kind.Cluster).toList()) {
            JsonNode spec = cluster.path("spec");
            all.add(
                    new Wish(
                            spec.path("instances").asInt(),
                            List.of(spec),
                            spec.at("/storage/size")));
        }
        for (JsonNode pool : manifests.of(Kind.KafkaNodePool).toList()) {
            JsonNode spec = pool.path("spec");
            all.add(
                    new Wish(
                            spec.path("replicas").asInt(),
                            List.of(spec),
                            spec.at("/storage/volumes/0/size")));
        }
        for (JsonNode kafka : manifests.of(Kind.Kafka).toList()) {
            all.add(new Wish(1, kafka.at("/spec/entityOperator").valueStream().toList(), none));
        }
        return all;
    }

    private static BigDecimal amount(JsonNode quantity) {
        return Quantity.getAmountInBytes(new Quantity(quantity.asText("0")));
    }
}
