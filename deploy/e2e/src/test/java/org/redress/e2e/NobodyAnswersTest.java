package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.e2e.Eventually.soon;
import static org.redress.local.Service.ESCALATION;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.redress.local.Platform;

/** Nobody acknowledges: A, then B, then the next step, each person once, whatever crashes. */
@Isolated("kills escalation")
@ExtendWith(RunningPlatform.class)
class NobodyAnswersTest {

    private static final Duration ALL_STEPS = Duration.ofSeconds(90);

    /** Ten seconds from the kill, most of which the start takes, and what a busy machine adds. */
    private static final Duration A_DEAD_READERS_SESSION = Duration.ofSeconds(25);

    private final Platform platform;
    private final Person agent;
    private final Person manager;

    NobodyAnswersTest(Platform platform) {
        this.platform = platform;
        this.agent = Person.named("li.na", platform);
        this.manager = Person.named("wang.fang", platform);
    }

    @Test
    void each_person_of_the_policy_is_mailed_once_though_escalation_is_killed_in_the_middle() {
        // given
        var numbers =
                Stream.generate(() -> Complaints.doubleCharge(UUID.randomUUID() + "@example.com"))
                        .limit(5)
                        .map(agent::register)
                        .toList();
        soon(() ->
                assertThat(numbers).allSatisfy(number -> assertThat(paged(number)).isNotEmpty()));

        // when
        platform.kill("escalation");
        platform.start("escalation");

        // then what comes in next is paged as soon as the dead reader's session has ended
        var next = agent.register(Complaints.doubleCharge(UUID.randomUUID() + "@example.com"));
        await().atMost(A_DEAD_READERS_SESSION)
                .untilAsserted(() -> assertThat(paged(next)).isNotEmpty());

        // and
        await().atMost(ALL_STEPS)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() ->
                        assertThat(numbers)
                                .allSatisfy(number ->
                                        assertThat(state(number)).isEqualTo("EXHAUSTED")));
        for (var number : numbers) {
            assertThat(paged(number)).doesNotHaveDuplicates().hasSizeGreaterThan(2);
            assertThat(holders(number)).startsWith("1A", "1B", "2A");
            soon(() ->
                    assertThat(paged(number))
                            .allSatisfy(person -> assertThat(mails(person, number)).hasSize(1)));
        }
    }

    private List<String> paged(String number) {
        return each(number, page -> page.path("personId").asText());
    }

    private List<String> holders(String number) {
        return each(number, page -> page.path("step").asText() + page.path("holder").asText());
    }

    private List<String> each(String number, java.util.function.Function<JsonNode, String> what) {
        var found = new ArrayList<String>();
        escalation(number).path("pages").forEach(page -> found.add(what.apply(page)));
        return found;
    }

    private String state(String number) {
        return escalation(number).path("state").asText();
    }

    private JsonNode escalation(String number) {
        return manager.get(ESCALATION, "/api/v1/cases/" + number + "/handling")
                .body()
                .path("escalations")
                .path(0);
    }

    private List<Mail> mails(String person, String number) {
        return Mail.to(person + "@redress.example", number, platform).stream()
                .filter(mail -> !mail.isAlarm())
                .toList();
    }
}
