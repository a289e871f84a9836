package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private static final Path SAMPLE = Path.of("src/test/resources/asyncapi-sample.yaml");

    @Test
    void are_created_as_the_contract_says_and_only_once() throws Exception {
        Topics topics = Topics.read(SAMPLE);
        try (KafkaBroker broker = KafkaBroker.temporary();
                Admin admin = Admin.create(broker.admin().settings())) {

            assertThat(topics.createOn(broker.admin())).isEqualTo(3);
            assertThat(topics.createOn(broker.admin())).isZero();

            assertThat(admin.listTopics().names().get())
                    .containsExactlyInAnyOrder(
                            "redress.cases", "redress.customers", "redress.cases.triage.dlq");
            var cases = admin.describeTopics(List.of("redress.cases")).allTopicNames().get();
            assertThat(cases.get("redress.cases").partitions()).hasSize(6);
            assertThat(configuration(admin, "redress.cases").get("retention.ms").value())
                    .isEqualTo("604800000");
            assertThat(configuration(admin, "redress.customers").get("cleanup.policy").value())
                    .isEqualTo("compact");
        }
    }

    @Test
    void stand_in_the_contract_of_this_checkout() {
        assertThat(Topics.ofContract().names())
                .doesNotHaveDuplicates()
                .contains(
                        "redress.cases",
                        "redress.bi.case-facts",
                        "redress.cases.triage.dlq",
                        "redress.customers.notification.dlq");
    }

    private static Config configuration(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource)).all().get().get(resource);
    }
}
