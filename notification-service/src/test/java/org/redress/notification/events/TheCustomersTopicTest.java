package org.redress.notification.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.redress.notification.recipients.Language;
import org.redress.platform.messaging.EventJson;
import org.redress.platform.testing.Contract;

class TheCustomersTopicTest {
    @Test
    void every_example_of_a_snapshot_is_understood() {
        assertThat(Contract.of("redress.customer.snapshot.v1").examplesAs(CustomerSnapshot.class))
                .isNotEmpty()
                .allSatisfy(snapshot -> assertThat(snapshot.name()).isNotBlank());
    }

    @Test
    void a_snapshot_without_a_customer_is_refused_and_its_text_stays_out_of_the_reason() {
        var json = "{\"name\": \"Emma\", \"language\": \"en\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> EventJson.read(json, CustomerSnapshot.class))
                .hasMessageNotContaining("Emma");
    }

    @Test
    void a_snapshot_tells_nothing_of_itself_to_a_log() {
        var snapshot = new CustomerSnapshot("42", "Emma", Language.EN, "emma@example.com");

        assertThat(snapshot.toString()).isEqualTo("CustomerSnapshot[42]");
    }
}
