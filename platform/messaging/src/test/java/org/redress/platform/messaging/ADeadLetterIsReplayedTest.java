package org.redress.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.local.testing.TestTopics.publish;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestTopics;
import org.redress.platform.vault.Vault;

@WithInfrastructure
class ADeadLetterIsReplayedTest {

    private static final Duration BOUND = Duration.ofSeconds(30);

    private final String key = UuidCreator.getTimeOrderedEpoch().toString();
    private final Things things;
    private final Vault vault;
    private final DeadLetterWatch watch;
    private final MeterRegistry metrics;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    ADeadLetterIsReplayedTest(
            Things things, Vault vault, DeadLetterWatch watch, MeterRegistry metrics) {
        this.things = things;
        this.vault = vault;
        this.watch = watch;
        this.metrics = metrics;
    }

    @BeforeEach
    void a_dead_letter() {
        replay();
        said.reset();
        publish("things", key, Envelopes.MADE, "{\"name\":\"bug\"}");
        somebodyElseGoesWell();
        await().atMost(BOUND)
                .untilAsserted(
                        () -> assertThat(TestTopics.read("things.tester.dlq", key)).hasSize(1));
    }

    @AfterEach
    void nobody_else_stumbles_over_it() {
        things.mend(key);
    }

    @Test
    void it_waits_for_all_to_see_until_then() {
        // given
        var before = waiting();

        // when
        replay();

        // then
        assertThat(waiting()).isLessThan(before);
    }

    private double waiting() {
        watch.look();
        return metrics.get("dead.letters.waiting").tag("topic", "things").gauge().value();
    }

    @Test
    void it_has_its_effect_after_all_and_reaches_nobody_else() {
        // given
        things.mend(key);
        var before = TestTopics.read("things", key).size();

        // when
        int status = replay();

        // then
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(things.effects(key)).containsExactly("bug"));
        assertThat(status).isZero();
        assertThat(said.toString(UTF_8))
                .contains("key=" + key, "reason='IllegalStateException'", "1 replayed");
        assertThat(TestTopics.read("things", key)).hasSize(before);
    }

    @Test
    void the_next_run_goes_on_where_this_one_ended_and_what_is_replayed_twice_has_one_effect() {
        // given
        things.mend(key);
        replay();
        said.reset();

        // when
        replay();

        // then
        assertThat(said.toString(UTF_8)).contains("0 replayed");
        replay("--key", key);
        publish("things", key, Envelopes.MADE, "{\"name\":\"last\"}");
        await().atMost(BOUND)
                .untilAsserted(
                        () -> assertThat(things.effects(key)).containsExactly("bug", "last"));
    }

    @Test
    void one_that_fails_again_is_a_dead_letter_of_its_first_topic_again() {
        // when
        replay();

        // then
        await().atMost(BOUND)
                .untilAsserted(
                        () -> assertThat(TestTopics.read("things.tester.dlq", key)).hasSize(2));
        somebodyElseGoesWell();
        var letters = TestTopics.read("things.tester.dlq", key);
        assertThat(letters.get(1).headers())
                .containsEntry("dead-letter-topic", "things")
                .containsEntry(
                        "dead-letter-offset", letters.get(0).headers().get("dead-letter-offset"));
    }

    @Test
    void a_dry_run_and_a_run_for_other_reasons_send_nothing() {
        // when
        replay("--dry-run");
        replay("--reason", "not JSON", "--key", key);

        // then
        assertThat(said.toString(UTF_8)).contains("1 would be replayed", "0 replayed");
        assertThat(TestTopics.read("things.tester.retry", key)).isEmpty();
    }

    @Test
    void an_erased_one_stays_erased() {
        // given
        vault.destroy(List.of(UUID.fromString(key)));
        await().atMost(BOUND).untilAsserted(() -> assertThat(replay("--key", key)).isOne());

        // then
        assertThat(said.toString(UTF_8)).contains(": erased");
        assertThat(TestTopics.read("things.tester.retry", key)).isEmpty();
    }

    @Test
    void it_runs_as_a_program_of_its_own() throws IOException, InterruptedException {
        // given
        things.mend(key);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It lives for a moment: compiling it well costs more than it brings.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        Replay.class.getName(),
                        "--service",
                        "tester"));

        // when
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        Replays.settings()
                .forEach((name, value) -> builder.environment().put(asVariable(name), value));
        var program = builder.start();
        var output = new String(program.getInputStream().readAllBytes(), UTF_8);

        // then
        assertThat(program.waitFor()).as(output).isZero();
        assertThat(output).contains("key=" + key, "1 replayed");
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(things.effects(key)).containsExactly("bug"));
    }

    private static String asVariable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** Or the channel would stop at the third key in a row that fails. */
    private void somebodyElseGoesWell() {
        var other = UuidCreator.getTimeOrderedEpoch().toString();
        publish("things", other, Envelopes.MADE, "{\"name\":\"good\"}");
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(things.effects(other)).containsExactly("good"));
    }

    private int replay(String... more) {
        return Replays.replay(said, more);
    }
}
