package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.e2e.Eventually.soon;
import static org.redress.local.Service.ESCALATION;
import static org.redress.local.Service.TRIAGE;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.local.Platform;

/** Whoever writes a long letter is heard as soon as everybody else, and holds nobody up. */
@ExtendWith(RunningPlatform.class)
class ALongTextIsJudgedTest {

    private static final int MOST = 32_000;

    private final Person agent;
    private final Person officer;
    private final Person handler;

    ALongTextIsJudgedTest(Platform platform) {
        this.agent = Person.named("li.na", platform);
        this.officer = Person.named("zhao.min", platform);
        this.handler = Person.named("chen.wei", platform);
    }

    @Test
    void a_text_of_32000_characters_full_of_danger_is_judged_and_somebody_is_paged() {
        // when
        var longOne = agent.register(withText("漏电触电".repeat(MOST / 4)));
        var next = agent.register(Complaints.electricShock(UUID.randomUUID() + "@example.com"));

        // then
        for (var number : new String[] {longOne, next}) {
            soon(() -> assertThat(severityOf(number)).isEqualTo("CRITICAL"));
            soon(() ->
                    assertThat(
                                    handler.get(ESCALATION, "/api/v1/cases/" + number + "/handling")
                                            .body()
                                            .path("escalations")
                                            .path(0)
                                            .path("pages"))
                            .isNotEmpty());
        }
    }

    private String severityOf(String number) {
        return officer.get(TRIAGE, "/api/v1/cases/" + number + "/assessment")
                .body()
                .path("severity")
                .asText();
    }

    private static String withText(String text) {
        return Complaints.electricShock(UUID.randomUUID() + "@example.com")
                .replaceFirst("\"description\": \"[^\"]*\"", "\"description\": \"" + text + "\"");
    }
}
