package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The broker believes nobody whom the contract does not know. */
class PermissionsTest {

    private static final String PASSWORD = "redress";
    private static final Path CONTRACT = Checkout.root().resolve("contracts/asyncapi.yaml");

    private static KafkaBroker broker;

    @BeforeAll
    static void start() {
        broker = KafkaBroker.temporary();
        broker.furnish(CONTRACT, PASSWORD);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void each_service_may_write_its_own_topics_and_hear_those_that_it_subscribes_to() {
        assertThatCode(() -> write("notification", "redress.deliveries"))
                .doesNotThrowAnyException();
        assertThatCode(() -> read("escalation", "redress.deliveries", "escalation"))
                .doesNotThrowAnyException();
        assertThatCode(() -> write("triage", "redress.cases.triage.dlq"))
                .doesNotThrowAnyException();
        assertThatCode(() -> read("triage", "redress.cases.triage.dlq", "triage.replay"))
                .doesNotThrowAnyException();
        assertThatCode(() -> write("triage", "redress.cases.triage.retry"))
                .doesNotThrowAnyException();
        assertThatCode(() -> read("triage", "redress.cases.triage.retry", "triage"))
                .doesNotThrowAnyException();
    }

    @Test
    void an_acknowledgment_forged_by_escalation_is_refused() {
        assertThatThrownBy(() -> write("escalation", "redress.deliveries"))
                .hasCauseInstanceOf(AuthorizationException.class);
    }

    @Test
    void nobody_writes_what_is_not_his() {
        assertThatThrownBy(() -> write("triage", "redress.cases"))
                .hasCauseInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> write("intake", "redress.handling"))
                .hasCauseInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> write("intake", "redress.cases.triage.retry"))
                .hasCauseInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> write(KafkaLogin.BI, "redress.bi.case-facts"))
                .hasCauseInstanceOf(AuthorizationException.class);
    }

    @Test
    void names_and_contact_points_are_read_by_notification_alone() {
        assertThatCode(() -> read("notification", "redress.customers", "notification"))
                .doesNotThrowAnyException();
        for (String other : List.of("triage", "escalation", "reporting", KafkaLogin.BI)) {
            assertThatThrownBy(() -> read(other, "redress.customers", other))
                    .as(other)
                    .isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void the_bi_team_reads_bi_topics_and_nothing_else() {
        assertThatCode(() -> read(KafkaLogin.BI, "redress.bi.case-facts", "bi-dashboard"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> read(KafkaLogin.BI, "redress.cases", "bi-dashboard"))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> read(KafkaLogin.BI, "redress.bi.case-facts", "triage"))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void nobody_is_let_in_with_a_wrong_password_or_none() {
        KafkaLogin wrong = new KafkaLogin(broker.admin().bootstrap(), "intake", "guessed");

        assertThatThrownBy(() -> write(wrong, "redress.cases"))
                .hasCauseInstanceOf(SaslAuthenticationException.class);
        assertThatThrownBy(() ->
                        names(
                                Map.of(
                                        "bootstrap.servers",
                                        broker.admin().bootstrap(),
                                        "default.api.timeout.ms",
                                        "2000",
                                        "request.timeout.ms",
                                        "1000")))
                .isInstanceOf(ExecutionException.class);
    }

    @Test
    void what_the_contract_no_longer_implies_is_taken_back() throws Exception {
        try (KafkaBroker other = KafkaBroker.temporary();
                Admin admin = Admin.create(other.admin().settings())) {
            // given
            other.furnish(CONTRACT, PASSWORD);
            int before = permissions(admin);

            // when
            other.furnish(Path.of("src/test/resources/asyncapi-sample.yaml"), PASSWORD);

            // then
            assertThat(permissions(admin)).isPositive().isLessThan(before);
            assertThat(admin.describeAcls(AclBindingFilter.ANY).values().get())
                    .extracting(AclBinding::pattern)
                    .extracting(pattern -> pattern.name())
                    .doesNotContain("redress.handling");
        }
    }

    private static int permissions(Admin admin) throws Exception {
        return admin.describeAcls(AclBindingFilter.ANY).values().get().size();
    }

    private static void names(Map<String, Object> settings) throws Exception {
        try (Admin admin = Admin.create(settings)) {
            admin.listTopics().names().get();
        }
    }

    private static void write(String user, String topic) throws Exception {
        write(login(user), topic);
    }

    private static void write(KafkaLogin login, String topic) throws Exception {
        Map<String, Object> settings = new HashMap<>(login.settings());
        settings.put("max.block.ms", "5000");
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "{}")).get();
        }
    }

    private static void read(String user, String topic, String group) {
        Map<String, Object> settings = new HashMap<>(login(user).settings());
        settings.put("group.id", group);
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            long endsAt = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (consumer.assignment().isEmpty() && System.nanoTime() - endsAt < 0) {
                consumer.poll(Duration.ofMillis(100));
            }
            assertThat(consumer.assignment()).isNotEmpty();
            consumer.poll(Duration.ofMillis(100));
        }
    }

    private static KafkaLogin login(String user) {
        return new KafkaLogin(broker.admin().bootstrap(), user, PASSWORD);
    }
}
