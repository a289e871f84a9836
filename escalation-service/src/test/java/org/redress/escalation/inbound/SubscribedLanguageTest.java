package org.redress.escalation.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.escalation.Contracts;
import org.redress.platform.messaging.EventJson;
import org.redress.platform.messaging.UnreadableEvent;

/** Every example of what we subscribe to becomes our record of it. */
class SubscribedLanguageTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("subscribed")
    void every_example_becomes_its_record(String event, Class<?> record) {
        assertThat(Contracts.examples(event))
                .isNotEmpty()
                .allSatisfy(example ->
                        assertThatCode(() -> EventJson.read(example.getBytes(UTF_8), record))
                                .doesNotThrowAnyException());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("subscribed")
    void what_lacks_everything_is_unreadable(String event, Class<?> record) {
        assertThatThrownBy(() -> EventJson.read("{}".getBytes(UTF_8), record))
                .isInstanceOf(UnreadableEvent.class);
    }

    static Stream<Arguments> subscribed() {
        return Stream.of(
                Arguments.of("intake/case.registered.v1", CaseEvent.CaseRegistered.class),
                Arguments.of(
                        "intake/case.satisfaction-recorded.v1",
                        CaseEvent.SatisfactionRecorded.class),
                Arguments.of("intake/case.withdrawn.v1", CaseEvent.CaseWithdrawn.class),
                Arguments.of("triage/case.assessed.v1", CaseEvent.CaseAssessed.class),
                Arguments.of(
                        "notification/message.acknowledged.v1",
                        DeliveryEvent.MessageAcknowledged.class),
                Arguments.of("notification/message.failed.v1", DeliveryEvent.MessageFailed.class));
    }
}
