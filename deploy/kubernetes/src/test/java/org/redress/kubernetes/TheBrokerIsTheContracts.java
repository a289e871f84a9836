package org.redress.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.redress.kubernetes.Manifests.Kind;
import org.redress.local.KafkaLogin;
import org.redress.local.Permissions;
import org.redress.local.Topics;

/**
 * The broker's topics and rights are those of {@code contracts/asyncapi.yaml}, no more and no less.
 */
final class TheBrokerIsTheContracts implements Rule {

    private final Map<String, String> topics =
            Topics.ofContract().all().stream()
                    .collect(
                            Collectors.toMap(
                                    NewTopic::name,
                                    topic -> kept(topic.numPartitions(), topic.configs())));

    private final Set<AclBinding> rights = Permissions.ofContract().granted();

    @Override
    public List<String> faults(Manifests manifests) {
        List<String> faults = new ArrayList<>();
        if (manifests.has(Kind.Kafka)) {
            topics(manifests, faults);
            rights(manifests, faults);
            manifests
                    .of(Kind.Kafka)
                    .flatMap(
                            kafka -> kafka.at("/spec/kafka/authorization/superUsers").valueStream())
                    .map(JsonNode::asText)
                    .filter(user -> !user.equals(KafkaLogin.ADMIN))
                    .forEach(user -> faults.add(user + " may do everything at the broker"));
            List.of(Kind.KafkaTopic, Kind.KafkaUser)
                    .forEach(kind ->
                            manifests
                                    .of(kind)
                                    .forEach(object -> cluster(object, manifests, faults)));
        }
        return faults;
    }

    private void topics(Manifests manifests, List<String> faults) {
        Map<String, String> found = new TreeMap<>();
        for (JsonNode topic : manifests.of(Kind.KafkaTopic).toList()) {
            found.put(
                    Manifests.name(topic),
                    kept(
                            topic.at("/spec/partitions").asInt(),
                            Manifests.texts(topic.at("/spec/config"))));
        }
        topics.forEach((name, kept) -> {
            if (!found.containsKey(name)) {
                faults.add(
                        "the contract has a topic %s and there is no KafkaTopic".formatted(name));
            } else if (!found.get(name).equals(kept)) {
                faults.add(
                        "KafkaTopic %s is kept as %s and the contract says %s"
                                .formatted(name, found.get(name), kept));
            }
        });
        found.keySet().stream()
                .filter(name -> !topics.containsKey(name))
                .forEach(name -> faults.add("KafkaTopic %s is in no contract".formatted(name)));
    }

    private static String kept(int partitions, Map<String, String> configuration) {
        return partitions + " partitions, " + new TreeMap<>(configuration);
    }

    private void rights(Manifests manifests, List<String> faults) {
        Set<AclBinding> found = new HashSet<>();
        manifests
                .of(Kind.KafkaUser)
                .forEach(user -> {
                    for (JsonNode rule : user.at("/spec/authorization/acls")) {
                        for (JsonNode operation : rule.path("operations")) {
                            found.add(binding(Manifests.name(user), rule, operation.asText()));
                        }
                    }
                });
        rights.stream()
                .filter(right -> !found.contains(right))
                .forEach(right -> faults.add(told(right, "may not %s and has to by the contract")));
        found.stream()
                .filter(right -> !rights.contains(right))
                .forEach(right -> faults.add(told(right, "may %s and need not by the contract")));
    }

    private static AclBinding binding(String user, JsonNode rule, String operation) {
        JsonNode resource = rule.path("resource");
        return new AclBinding(
                new ResourcePattern(
                        ResourceType.fromString(resource.path("type").asText()),
                        resource.path("name").asText(),
                        resource.path("patternType").asText().equals("prefix")
                                ? PatternType.PREFIXED
                                : PatternType.LITERAL),
                new AccessControlEntry(
                        "User:" + user,
                        rule.path("host").asText("*"),
                        AclOperation.fromString(operation),
                        AclPermissionType.fromString(rule.path("type").asText("allow"))));
    }

    private static String told(AclBinding right, String sentence) {
        return "KafkaUser "
                + right.entry().principal().substring("User:".length())
                + " "
                + sentence.formatted(
                        "%s %s %s"
                                .formatted(
                                        right.entry().operation(),
                                        right.pattern().resourceType(),
                                        right.pattern().name())
                                .toLowerCase(Locale.ROOT));
    }

    private static void cluster(JsonNode object, Manifests manifests, List<String> faults) {
        String cluster = object.at("/metadata/labels").path("strimzi.io/cluster").asText();
        if (manifests.find(Kind.Kafka, cluster).isEmpty()) {
            faults.add("%s belongs to no Kafka: '%s'".formatted(Manifests.called(object), cluster));
        }
    }
}
