package org.redress.notification.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.redress.notification.Contracts;
import org.redress.platform.messaging.EventJson;

class TheCustomersTopicTest {
    @Test
    void everyExampleOfASnapshotIsUnderstood() {
        assertThat(Contracts.examples("intake/customer.snapshot.v1", CustomerSnapshot.class))
                .isNotEmpty()
                .allSatisfy(snapshot -> assertThat(snapshot.name()).isNotBlank());
    }

    @Test
    void aSnapshotWithoutACustomerIsRefusedAndItsTextStaysOutOfTheReason() {
        var json = "{\"name\": \"Emma\", \"language\": \"en\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> EventJson.read(json, CustomerSnapshot.class))
                .hasMessageNotContaining("Emma");
    }

    @Test
    void aSnapshotTellsNothingOfItselfToALog() {
        var snapshot = new CustomerSnapshot("42", "Emma", Language.EN, "emma@example.com");

        assertThat(snapshot.toString()).isEqualTo("CustomerSnapshot[42]");
    }
}
