package org.redress.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.LocalInfrastructure;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestTopics;

class DeadLetterReplayTest {

    private static final LocalInfrastructure INFRASTRUCTURE = new LocalInfrastructure();
    private static final String LETTERS = "redress.cases.triage.dlq";

    @BeforeAll
    static void start() {
        INFRASTRUCTURE.init(Map.of("contract", "src/test/resources/asyncapi-sample.yaml"));
        INFRASTRUCTURE.start();
    }

    @AfterAll
    static void stop() {
        INFRASTRUCTURE.stop();
    }

    @Test
    void givesEachLetterBackOnceAsItWas() {
        // given
        bury("case-1", Map.of("ce_type", "redress.case.registered.v1"));
        TestTopics.publishRaw(LETTERS, "stray", Map.of(), "not ours".getBytes(UTF_8));

        // when
        DeadLetterReplay replay = new DeadLetterReplay(TestTopics.admin());
        DeadLetterReplay.Counts first = replay.of(LETTERS);
        DeadLetterReplay.Counts second = replay.of(LETTERS);

        // then
        assertThat(first).isEqualTo(new DeadLetterReplay.Counts(Map.of("redress.cases", 1), 1));
        assertThat(second.total()).isZero();
        assertThat(TestTopics.read("redress.cases", "case-1"))
                .singleElement()
                .satisfies(DeadLetterReplayTest::isAsItWas);
    }

    @Test
    void saysThatThereIsNoSuchTopic() {
        assertThatThrownBy(() -> new DeadLetterReplay(TestTopics.admin()).of("misspelt.dlq"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("misspelt.dlq");
    }

    private static void isAsItWas(Message message) {
        assertThat(message.text()).isEqualTo("{}");
        assertThat(message.headers())
                .containsExactlyEntriesOf(Map.of("ce_type", "redress.case.registered.v1"));
    }

    private static void bury(String key, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("dead-letter-topic", "redress.cases");
        all.put("dead-letter-reason", "not readable");
        TestTopics.publishRaw(LETTERS, key, all, "{}".getBytes(UTF_8));
    }
}
