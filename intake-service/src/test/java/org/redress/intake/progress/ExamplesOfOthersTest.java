package org.redress.intake.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.platform.messaging.EventJson;
import org.redress.platform.messaging.UnreadableEvent;

/** Every golden example of what intake subscribes to becomes the record that intake reads. */
class ExamplesOfOthersTest {

    private static final Path CONTRACTS = Path.of("..", "contracts");

    @ParameterizedTest
    @CsvSource({
        "escalation/case.assigned.v1, HandlingChanged",
        "escalation/case.progressed.v1, HandlingChanged",
        "escalation/case.resolved.v1, HandlingChanged",
        "escalation/case.reopened.v1, HandlingChanged",
        "escalation/case.closed.v1, HandlingChanged",
        "escalation/clock.started.v1, ClockChanged",
        "escalation/clock.warned.v1, ClockChanged",
        "escalation/clock.breached.v1, ClockChanged",
        "escalation/clock.met.v1, ClockChanged",
        "triage/case.assessed.v1, Assessment",
        "notification/message.sent.v1, DeliveryAttempted",
        "notification/message.failed.v1, DeliveryAttempted"
    })
    void every_example_becomes_its_record(String folder, String type)
            throws IOException, ClassNotFoundException {
        // given
        Class<?> payload = Class.forName(getClass().getPackageName() + "." + type);

        // then
        assertThat(examples(folder))
                .isNotEmpty()
                .allSatisfy(example ->
                        assertThat(EventJson.read(Files.readAllBytes(example), payload))
                                .isNotNull());
    }

    @ParameterizedTest
    @CsvSource({
        "escalation/case.assigned.v1, HandlingChanged, caseId recordedAt status",
        "escalation/clock.started.v1, ClockChanged, clockId caseId clock recordedAt dueAt",
        "triage/case.assessed.v1, Assessment, caseId occurredAt caseClass category severity ownerUnit",
        "notification/message.sent.v1, DeliveryAttempted, messageId caseId purpose channel occurredAt"
    })
    void without_what_intake_needs_it_is_refused(String folder, String type, String needed)
            throws IOException, ClassNotFoundException {
        for (String field : needed.split(" ", -1)) {
            ObjectNode example = example(folder);
            assertThat(example.remove(field)).isNotNull();
            refused(example, type);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "escalation/case.assigned.v1, HandlingChanged, round",
        "escalation/clock.started.v1, ClockChanged, round",
        "triage/case.assessed.v1, Assessment, revision"
    })
    void what_is_counted_begins_with_one(String folder, String type, String field)
            throws IOException, ClassNotFoundException {
        refused(example(folder).put(field, 0), type);
    }

    private static void refused(ObjectNode example, String type) throws ClassNotFoundException {
        Class<?> payload = Class.forName(ExamplesOfOthersTest.class.getPackageName() + "." + type);
        assertThatThrownBy(() -> EventJson.read(example.toString().getBytes(UTF_8), payload))
                .isInstanceOf(UnreadableEvent.class);
    }

    private static ObjectNode example(String folder) throws IOException {
        return (ObjectNode)
                new ObjectMapper().readTree(Files.readString(examples(folder).getFirst()));
    }

    private static List<Path> examples(String folder) throws IOException {
        try (Stream<Path> files = Files.list(CONTRACTS.resolve(folder))) {
            return files.toList();
        }
    }
}
