package org.redress.intake.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.platform.messaging.EventJson;

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

    private static List<Path> examples(String folder) throws IOException {
        try (Stream<Path> files = Files.list(CONTRACTS.resolve(folder))) {
            return files.toList();
        }
    }
}
