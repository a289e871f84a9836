package org.redress.intake.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.platform.messaging.EventJson;
import org.redress.platform.messaging.UnreadableEvent;
import org.redress.platform.testing.Contract;

/** What the contracts of the other services promise is what intake reads. */
class ExamplesOfOthersTest {

    @ParameterizedTest
    @CsvSource({
        "case.assigned.v1, HandlingChanged",
        "case.progressed.v1, HandlingChanged",
        "case.resolved.v1, HandlingChanged",
        "case.reopened.v1, HandlingChanged",
        "case.closed.v1, HandlingChanged",
        "clock.started.v1, ClockChanged",
        "clock.warned.v1, ClockChanged",
        "clock.breached.v1, ClockChanged",
        "clock.met.v1, ClockChanged",
        "clock.paused.v1, ClockChanged",
        "clock.resumed.v1, ClockChanged",
        "clock.extended.v1, ClockChanged",
        "clock.rebased.v1, ClockChanged",
        "case.assessed.v1, Assessment",
        "message.sent.v1, DeliveryAttempted",
        "message.failed.v1, DeliveryAttempted"
    })
    void every_example_becomes_its_record(String event, String type)
            throws ReflectiveOperationException {
        assertThat(contract(event).examplesAs(record(type))).isNotEmpty().doesNotContainNull();
    }

    @ParameterizedTest
    @CsvSource({
        "case.assigned.v1, HandlingChanged, caseId recordedAt status",
        "clock.started.v1, ClockChanged, clockId caseId clock recordedAt dueAt",
        "case.assessed.v1, Assessment, caseId occurredAt caseClass category severity ownerUnit",
        "message.sent.v1, DeliveryAttempted, messageId caseId purpose channel occurredAt"
    })
    void without_what_intake_needs_it_is_refused(String event, String type, String needed)
            throws ReflectiveOperationException {
        for (String field : needed.split(" ", -1)) {
            ObjectNode example = example(event);
            assertThat(example.remove(field)).isNotNull();
            refused(example, type);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "case.assigned.v1, HandlingChanged, round",
        "clock.started.v1, ClockChanged, round",
        "case.assessed.v1, Assessment, revision"
    })
    void what_is_counted_begins_with_one(String event, String type, String field)
            throws ReflectiveOperationException {
        refused(example(event).put(field, 0), type);
    }

    private static void refused(ObjectNode example, String type)
            throws ReflectiveOperationException {
        Class<?> record = record(type);
        assertThatThrownBy(() -> EventJson.read(example.toString().getBytes(UTF_8), record))
                .isInstanceOf(UnreadableEvent.class);
    }

    private static Contract contract(String event) {
        return Contract.of("redress." + event);
    }

    private static ObjectNode example(String event) {
        return contract(event).example(contract(event).examples().firstKey());
    }

    private static Class<?> record(String type) throws ReflectiveOperationException {
        return Class.forName(ExamplesOfOthersTest.class.getPackageName() + "." + type);
    }
}
