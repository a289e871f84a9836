package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.e2e.Eventually.soon;
import static org.redress.local.Service.ESCALATION;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.local.Platform;

/**
 * Who settled it spares everybody further calls, and whoever was woken hears that it is settled.
 */
@ExtendWith(RunningPlatform.class)
class AResolvedCaseStopsPagingTest {

    private final Platform platform;
    private final Person agent;
    private final Person handler;

    AResolvedCaseStopsPagingTest(Platform platform) {
        this.platform = platform;
        this.agent = Person.named("li.na", platform);
        this.handler = Person.named("chen.wei", platform);
    }

    @Test
    void nobody_is_paged_after_the_resolution_and_everybody_paged_is_told() {
        // given a case whose policy waits three seconds for each holder
        var number = agent.register(Complaints.doubleCharge(UUID.randomUUID() + "@example.com"));
        soon(() -> assertThat(pages(number)).isNotEmpty());
        var first = pages(number).getFirst();
        soon(() -> assertThat(mailsTo(first, number)).isNotEmpty());
        var link = mailsTo(first, number).getFirst().acknowledgeLink();

        // when
        handler.work(number, "acceptance", "").expect(200);
        handler.work(number, "progress", "{\"kind\": \"FIRST_RESPONSE\", \"note\": \"called\"}")
                .expect(200);
        handler.work(number, "resolution", "{\"resolution\": \"The second charge was refunded.\"}")
                .expect(200);

        // then
        assertThat(escalation(number).path("state").asText()).isNotEqualTo("RUNNING");
        var paged = pages(number);
        for (var person : paged) {
            soon(() -> assertThat(mailsTo(person, number)).hasSize(2));
        }
        await().during(Duration.ofSeconds(8))
                .atMost(Duration.ofSeconds(12))
                .untilAsserted(() -> assertThat(pages(number)).isEqualTo(paged));
        var page = Person.exchange(HttpRequest.newBuilder(URI.create(link)).GET());
        assertThat(page.body()).doesNotContain("<form");
    }

    private List<String> pages(String number) {
        return escalation(number).path("pages").findValuesAsText("personId");
    }

    private JsonNode escalation(String number) {
        return handler.get(ESCALATION, "/api/v1/cases/" + number + "/handling")
                .body()
                .path("escalations")
                .path(0);
    }

    private List<Mail> mailsTo(String person, String number) {
        return Mail.to(person + "@redress.example", number, platform);
    }
}
