package org.redress.reporting.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestTopics;
import org.redress.platform.messaging.Inbox;
import org.redress.platform.vault.Vault;
import org.redress.reporting.LiveCase;
import org.redress.reporting.WithPlatform;
import org.redress.reporting.events.EventType;

/** XX-03: of what reporting keeps, only dead letters hold words. */
@WithPlatform
class AnErasedCustomerIsForgottenTest {
    private static final String WORDS = "张三 13800138000";

    @Inject Vault vault;
    @Inject Inbox inbox;

    @Inject
    @DataSource("keys")
    javax.sql.DataSource keys;

    @ConfigProperty(name = "vault.master-key")
    String masterKey;

    private final UUID customer = UUID.randomUUID();

    @Test
    void with_every_case_that_is_named() {
        // given
        var cases = List.of(UUID.randomUUID(), UUID.randomUUID());
        var sealed = vault.seal(cases.getFirst(), "dead_letter.value", WORDS);

        // when
        erase(cases);

        // then
        await().untilAsserted(() ->
                assertThat(vault.open(cases.getFirst(), "dead_letter.value", sealed)).isNull());
        assertThat(vault.isDestroyed(cases.getLast())).isTrue();
        assertThat(vault.isDestroyed(customer)).isTrue();
    }

    @Test
    void in_a_dead_letter_that_comes_afterwards_too() {
        // given
        var customerCase = LiveCase.ofToday();
        var caseId = UUID.fromString(customerCase.caseId());
        erase(List.of(caseId));
        await().until(() -> vault.isDestroyed(caseId));

        // when
        customerCase.tells(
                EventType.REGISTERED,
                "kettle",
                event -> event.put("description", WORDS).put("round", -1));

        // then
        var letter =
                TestTopics.await(
                        "redress.cases.reporting.dlq",
                        message -> customerCase.caseId().equals(message.key()));
        assertThat(String.valueOf(letter.text())).doesNotContain("张三", "13800138000");
    }

    @Test
    void again_after_a_backup_has_brought_the_keys_back() throws SQLException {
        // given
        var caseId = UUID.randomUUID();
        var erasure = record(erased(List.of(caseId)));
        inbox.receive("events", erasure);
        assertThat(vault.isDestroyed(caseId)).isTrue();
        try (var connection = keys.getConnection()) {
            connection
                    .createStatement()
                    .execute("delete from subject_key where subject = '%s'".formatted(caseId));
        }
        assertThat(Vault.over(keys, "1", masterKey, Map.of()).isDestroyed(caseId)).isFalse();

        // when
        inbox.receive("events", erasure);

        // then
        assertThat(Vault.over(keys, "1", masterKey, Map.of()).isDestroyed(caseId)).isTrue();
    }

    private void erase(List<UUID> cases) {
        TestTopics.publish(
                "redress.erasures",
                customer.toString(),
                "redress.customer.erased.v1",
                Map.of("mode", "REAL"),
                erased(cases));
    }

    private ConsumerRecords<String, byte[]> record(String event) {
        var record =
                new ConsumerRecord<>(
                        "redress.erasures", 0, 0L, customer.toString(), event.getBytes(UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", "/redress/intake",
                        "ce_type", "redress.customer.erased.v1",
                        "ce_time", "2026-11-21T06:00:00Z",
                        "ce_mode", "REAL",
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return new ConsumerRecords<>(
                Map.of(new TopicPartition("redress.erasures", 0), List.of(record)), Map.of());
    }

    private String erased(List<UUID> cases) {
        var event = JsonNodeFactory.instance.objectNode();
        event.put("customerId", customer.toString())
                .put("occurredAt", "2026-11-21T06:00:00Z")
                .put("recordedAt", "2026-11-21T06:00:00Z");
        event.putObject("actor").put("kind", "PERSON").put("id", "li.na");
        var ids = event.putArray("caseIds");
        cases.forEach(id -> ids.add(id.toString()));
        return event.toString();
    }
}
