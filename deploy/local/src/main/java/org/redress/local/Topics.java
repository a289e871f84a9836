package org.redress.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The topics as the contract has them: partitions, retention and compaction stand in the Kafka
 * bindings of {@code contracts/asyncapi.yaml} and nowhere else.
 */
public final class Topics {

    private static final short ONE_BROKER = 1;

    private final List<NewTopic> topics;

    private Topics(List<NewTopic> topics) {
        this.topics = List.copyOf(topics);
    }

    public static Topics ofContract() {
        return of(Contract.ofCheckout());
    }

    public static Topics read(Path asyncapi) {
        return of(Contract.read(asyncapi));
    }

    /** One topic with this number of partitions and the broker's defaults. */
    public static Topics of(String name, int partitions) {
        return new Topics(List.of(new NewTopic(name, partitions, ONE_BROKER)));
    }

    /** The channels, and beside each that a service hears those for what it could not take. */
    static Topics of(Contract contract) {
        List<NewTopic> topics = new ArrayList<>();
        for (JsonNode channel : contract.channels()) {
            topics.add(topic(channel.path("address").asText(), channel));
        }
        for (Contract.Operation operation : contract.operations()) {
            for (Contract.Beside kind : Contract.Beside.values()) {
                JsonNode definition = contract.definition(kind);
                if (operation.receives() && !definition.isMissingNode()) {
                    topics.add(topic(contract.name(kind, operation), definition));
                }
            }
        }
        return new Topics(topics);
    }

    /** All, as one broker keeps them. */
    public List<NewTopic> all() {
        return topics;
    }

    /** All names, those for dead letters and retries included. */
    public List<String> names() {
        return topics.stream().map(NewTopic::name).toList();
    }

    /** Creates those that are missing and returns how many that were. */
    public int createOn(KafkaLogin login) {
        try (Admin admin = Admin.create(login.settings())) {
            Set<String> existing = Unchecked.get(admin.listTopics().names()::get);
            List<NewTopic> missing =
                    topics.stream().filter(topic -> !existing.contains(topic.name())).toList();
            Unchecked.run(admin.createTopics(missing).all()::get);
            return missing.size();
        }
    }

    private static NewTopic topic(String name, JsonNode definition) {
        JsonNode kafka = definition.path("bindings").path("kafka");
        Map<String, String> configuration = new HashMap<>();
        for (var entry : kafka.path("topicConfiguration").properties()) {
            JsonNode value = entry.getValue();
            configuration.put(
                    entry.getKey(),
                    value.isArray()
                            ? value.valueStream()
                                    .map(JsonNode::asText)
                                    .collect(Collectors.joining(","))
                            : value.asText());
        }
        return new NewTopic(name, kafka.path("partitions").asInt(1), ONE_BROKER)
                .configs(configuration);
    }
}
