package org.redress.notification.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestTopics;
import org.redress.notification.Post;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;

@WithNotification
class PoisonTest {
    @Test
    void what_cannot_be_read_is_put_aside_and_the_next_goes_on() {
        var kettle = Story.kettle();

        // when
        TestTopics.publishRaw("redress.cases", kettle.caseId, Map.of(), "not ours".getBytes(UTF_8));
        TestTopics.publish(
                "redress.cases", kettle.caseId, "redress.case.registered.v1", "{\"round\": 1}");
        kettle.hasACustomer().isRegistered();

        // then
        Post.awaitTo(kettle.customerEmail, kettle);
        TestTopics.await(
                "redress.cases.notification.dlq", found -> kettle.caseId.equals(found.key()));
        await().untilAsserted(() ->
                assertThat(TestTopics.read("redress.cases.notification.dlq", kettle.caseId))
                        .hasSize(2));
    }
}
