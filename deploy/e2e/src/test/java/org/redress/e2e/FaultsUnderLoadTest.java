package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.local.Service.ESCALATION;
import static org.redress.local.Service.INTAKE;

import java.time.Duration;
import java.util.List;
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

    private static final int BEFORE_A_FAULT = 25;
    private static final Duration RECOVERY = Duration.ofMinutes(3);
    private static final Duration TOLD_OF_AN_OUTAGE = Duration.ofSeconds(10);

    private final Platform platform;
    private final Person agent;
    private final Person handler;

    FaultsUnderLoadTest(Platform platform) {
        this.platform = platform;
        this.agent = Person.named("li.na", platform);
        this.handler = Person.named("chen.wei", platform);
        TestTopics.use(platform.kafka(KafkaLogin.ADMIN));
    }

    @Test
    void every_accepted_case_is_found_in_all_services_though_broker_and_database_were_killed()
            throws Exception {
        List<String> accepted;
        try (var frontEnds = new FrontEnds(agent, 1)) {
            // given
            frontEnds.awaitMoreAccepted(BEFORE_A_FAULT);

            // when the broker dies intake goes on
            platform.kill("kafka");
            frontEnds.awaitMoreAccepted(BEFORE_A_FAULT);
            platform.start("kafka");
            frontEnds.awaitMoreAccepted(BEFORE_A_FAULT);

            // and when the database dies it comes back
            platform.kill("postgres");
            awaitRefusedForTheTimeBeing();
            platform.start("postgres");
            frontEnds.awaitMoreAccepted(BEFORE_A_FAULT);
            accepted = frontEnds.end();
        }

        // then
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
}
