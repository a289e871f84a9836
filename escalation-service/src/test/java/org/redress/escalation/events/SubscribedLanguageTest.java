package org.redress.escalation.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.escalation.cases.Origin;
import org.redress.platform.messaging.EventJson;
import org.redress.platform.messaging.UnreadableEvent;
import org.redress.platform.testing.Contract;

/** Every example of what we subscribe to becomes our record of it. */
class SubscribedLanguageTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("subscribed")
    void every_example_becomes_its_record(String event, Class<?> record) {
        assertThat(Contract.of(event).examplesAs(record)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("subscribed")
    void what_lacks_everything_is_unreadable(String event, Class<?> record) {
        assertThatThrownBy(() -> EventJson.read("{}".getBytes(UTF_8), record))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void a_case_that_came_in_a_new_way_from_a_place_that_is_none_is_a_case_all_the_same() {
        ObjectNode registered = Contract.of("redress.case.registered.v1").example("outlet-queue");
        registered.put("channel", "HOLOGRAM");
        registered.withObject("incident").put("unit", "the counter by the door");

        assertThat(
                        EventJson.read(EventJson.write(registered), CaseEvent.CaseRegistered.class)
                                .origin())
                .isEqualTo(new Origin(null, null, registered.get("customerId").textValue()));
    }

    static Stream<Arguments> subscribed() {
        return Stream.of(
                Arguments.of("redress.case.registered.v1", CaseEvent.CaseRegistered.class),
                Arguments.of(
                        "redress.case.satisfaction-recorded.v1",
                        CaseEvent.SatisfactionRecorded.class),
                Arguments.of("redress.case.contact-logged.v1", CaseEvent.CaseContacted.class),
                Arguments.of("redress.case.withdrawn.v1", CaseEvent.CaseWithdrawn.class),
                Arguments.of("redress.case.assessed.v1", CaseEvent.CaseAssessed.class),
                Arguments.of(
                        "redress.message.acknowledged.v1", DeliveryEvent.MessageAcknowledged.class),
                Arguments.of("redress.message.sent.v1", DeliveryEvent.MessageSent.class),
                Arguments.of("redress.message.failed.v1", DeliveryEvent.MessageFailed.class));
    }
}
