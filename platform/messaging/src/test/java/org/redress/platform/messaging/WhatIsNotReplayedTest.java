package org.redress.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestTopics;

@WithInfrastructure
class WhatIsNotReplayedTest {

    private final String key = UuidCreator.getTimeOrderedEpoch().toString();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void one_without_its_value_cannot_be_replayed_and_says_where_it_lay() {
        // when
        letter(Map.of("dead-letter-topic", "things", "dead-letter-value", "erased"));
        letter(
                Map.of(
                        "dead-letter-topic", "things",
                        "dead-letter-partition", "2",
                        "dead-letter-offset", "7",
                        "dead-letter-value", "too-large"));
        letter(Map.of());

        // then
        assertThat(Replays.replay(said, "--key", key)).isOne();
        assertThat(said.toString(UTF_8))
                .contains(": erased")
                .contains(": was too large to be kept; it lay at things-2 offset 7")
                .contains(": does not say where it came from")
                .contains("0 replayed, 3 cannot be replayed");
    }

    @Test
    void whoever_wrote_it_does_not_write_to_the_operators_terminal() {
        // given
        letter(
                Map.of(
                        "dead-letter-value",
                        "erased",
                        "dead-letter-reason",
                        "a\u001b[2Jb\u202ec\nd"));

        // when
        Replays.replay(said, "--dry-run", "--key", key);

        // then
        assertThat(said.toString(UTF_8)).contains("reason='a?[2Jb?c?d'");
    }

    @Test
    void a_service_that_has_no_dead_letters_is_told_so() {
        assertThat(Replays.run(said, "--service", "teste")).isEqualTo(2);
        assertThat(said.toString(UTF_8)).contains("There are no such dead letters of teste.");
    }

    @Test
    void the_usage_is_told_to_whoever_asks() {
        assertThat(Replays.run(said, "--help")).isZero();
        assertThat(said.toString(UTF_8)).contains("--from-beginning");
    }

    @Test
    void a_wrong_argument_is_answered_with_the_usage() {
        assertThat(Replays.run(said, "--servce", "x")).isEqualTo(2);
        assertThat(said.toString(UTF_8)).contains("What is --servce?", "--dry-run");
    }

    /** A letter as it may lie there. */
    private void letter(Map<String, String> headers) {
        TestTopics.publishRaw("things.tester.dlq", key, headers, null);
    }
}
