package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.local.Service.ESCALATION;
import static org.redress.local.Service.INTAKE;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.redress.local.KafkaLogin;
import org.redress.local.Platform;
import org.redress.local.testing.TestTopics;

/** The broker dies, then the database, while cases come in: whatever was accepted is found. */
@Isolated("kills the broker and the database")
@ExtendWith(RunningPlatform.class)
class FaultsUnderLoadTest {

    private static final int FRONT_ENDS = 3;
    private static final int BEFORE_A_FAULT = 25;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration RECOVERY = Duration.ofMinutes(3);
    private static final Duration TOLD_OF_AN_OUTAGE = Duration.ofSeconds(10);

    private final Platform platform;
    private final Person agent;
    private final Person handler;
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isOver = new AtomicBoolean();

    FaultsUnderLoadTest(Platform platform) {
        this.platform = platform;
        this.agent = Person.named("li.na", platform);
        this.handler = Person.named("chen.wei", platform);
        TestTopics.use(platform.kafka(KafkaLogin.ADMIN));
    }

    @Test
    void every_accepted_case_is_found_in_all_services_though_broker_and_database_were_killed()
            throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // given
            List<Future<?>> frontEnds =
                    IntStream.range(0, FRONT_ENDS)
                            .<Future<?>>mapToObj(_ -> threads.submit(this::registerOnAndOn))
                            .toList();
            awaitAccepted(BEFORE_A_FAULT);

            // when the broker dies intake goes on
            platform.kill("kafka");
            awaitAccepted(accepted.size() + BEFORE_A_FAULT);
            platform.start("kafka");
            awaitAccepted(accepted.size() + BEFORE_A_FAULT);

            // and when the database dies it comes back
            platform.kill("postgres");
            awaitRefusedForTheTimeBeing();
            platform.start("postgres");
            awaitAccepted(accepted.size() + BEFORE_A_FAULT);
            isOver.set(true);
            for (var frontEnd : frontEnds) {
                frontEnd.get();
            }
        }

        // then
        assertThat(wrong).as("answers that are no promise and no 503").isEmpty();
        assertThat(accepted).doesNotHaveDuplicates();
        await().atMost(RECOVERY)
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(numbersOfFacts()).containsAll(accepted));
        for (var number : accepted) {
            await().atMost(RECOVERY)
                    .pollDelay(Duration.ZERO)
                    .ignoreExceptions()
                    .untilAsserted(() -> {
                        agent.get(INTAKE, "/api/v1/cases/" + number).expect(200);
                        handler.get(ESCALATION, "/api/v1/cases/" + number + "/handling")
                                .expect(200);
                    });
        }
    }

    /** Who calls while the database is away is told so, and when to come again. */
    private void awaitRefusedForTheTimeBeing() {
        await().atMost(TOLD_OF_AN_OUTAGE)
                .ignoreExceptions()
                .untilAsserted(() -> {
                    var answer = agent.get(INTAKE, "/api/v1/cases?limit=1").expect(503);
                    assertThat(answer.retryAfter()).matches("\\d+");
                    assertThat(answer.body().path("code").asText()).isEqualTo("unavailable");
                });
    }

    /** As a front end does: what was not answered is sent again with its key. */
    private void registerOnAndOn() {
        while (!isOver.get()) {
            String key = UUID.randomUUID().toString();
            String body = Complaints.lateParcel(UUID.randomUUID() + "@example.com");
            do {
                LockSupport.parkNanos(PAUSE.toNanos());
            } while (!isAnswered(key, body) && !isOver.get());
        }
    }

    private boolean isAnswered(String key, String body) {
        try {
            var answer = agent.post(INTAKE, "/api/v1/cases", key, body);
            if (answer.status() == 201) {
                accepted.add(answer.body().path("caseNumber").asText());
                return true;
            }
            if (answer.status() != 503 && answer.status() != 409) {
                wrong.add(answer.status() + " " + answer.body());
            }
            return false;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    private void awaitAccepted(int count) {
        await().atMost(RECOVERY).until(() -> accepted.size() >= count);
    }

    private static List<String> numbersOfFacts() {
        return TestTopics.read("redress.bi.case-facts").stream()
                .map(message -> message.json().path("caseNumber").asText())
                .toList();
    }
}
