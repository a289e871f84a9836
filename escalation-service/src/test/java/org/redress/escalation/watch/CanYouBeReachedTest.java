package org.redress.escalation.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestTopics;
import org.redress.platform.testing.Contract;
import org.threeten.extra.MutableClock;

/** A page to everybody of a unit that asks for nothing but an answer (PL-09). */
@WithEscalation
class CanYouBeReachedTest {

    private static final String TESTS = "/api/v1/organisation/reachability-tests";
    private static final Duration BOUND = Duration.ofSeconds(30);

    @Inject MutableClock clock;

    @Test
    void who_answers_and_who_cannot_be_reached_stands_in_the_contact_sheet_and_in_previews() {
        clock.add(Duration.ofSeconds(1));
        CaseStory.with("ye.qing", "manager", "hq/outlets/west")
                .contentType("application/json")
                .body(Map.of("unit", "hq/legal"))
                .post(TESTS)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("unit"));
        CaseStory.with("qian.feng", "manager", "hq/legal")
                .contentType("application/json")
                .body(Map.of("unit", "hq/legal"))
                .post(TESTS)
                .then()
                .statusCode(200)
                .body("persons", contains("qian.feng", "shen.lu"));

        await().atMost(BOUND).until(() -> pages("qian.feng").size() + pages("shen.lu").size() == 2);
        Message page = pages("qian.feng").getFirst();
        assertThat(page.headers()).containsEntry("ce_mode", "DRILL");
        assertThat(Contract.of(page.type()).faults(page.text())).isEmpty();
        CaseStory.with("qian.feng", "manager", "hq/legal")
                .post("/api/v1/alerts/" + of(page, "alertId") + "/acknowledgment")
                .then()
                .statusCode(200);
        fails(pages("shen.lu").getFirst());

        await().atMost(BOUND)
                .untilAsserted(
                        () -> assertThat(tested("shen.lu").get("undelivered")).isEqualTo(true));
        assertThat(tested("qian.feng").get("answeredAt")).isNotNull();
        assertThat(tested("shen.lu").get("answeredAt")).isNull();
        assertThat(risks("shen.lu"))
                .contains(
                        "The latest page to Shen Lu, who is duty-officer of Finance, could not be delivered.");
        assertThat(risks("qian.feng")).noneMatch(risk -> risk.contains("could not be delivered"));
    }

    /** If they were the duty officer of another unit. */
    private static List<String> risks(String person) {
        var admin = CaseStory.with("admin", "admin", "hq").contentType("application/json");
        String etag =
                CaseStory.with("admin", "admin", "hq")
                        .get("/api/v1/organisation")
                        .getHeader("ETag");
        return admin.header("If-Match", etag)
                .body(Map.of("a", person, "b", "tang.rui"))
                .put("/api/v1/organisation/duties/duty-officer/hq/finance?reason=test&preview=true")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("risks.en");
    }

    private static Map<String, Object> tested(String person) {
        return CaseStory.with("li.na", "intake-agent", "hq")
                .get("/api/v1/organisation/contact-sheet")
                .jsonPath()
                .getMap(
                        "lines.collectMany { [it.a, it.b] }.find { it?.personId == '%s' }.tested"
                                .formatted(person));
    }

    private static List<Message> pages(String person) {
        return TestTopics.read("redress.alerts").stream()
                .filter(message -> message.type().equals("redress.alert.paged.v1"))
                .filter(message -> of(message, "kind").equals("REACHABILITY_TEST"))
                .filter(message -> of(message, "personId").equals(person))
                .toList();
    }

    private static String of(Message message, String field) {
        return message.json().path(field).asText();
    }

    private static void fails(Message page) {
        TestTopics.publish(
                "redress.deliveries",
                UUID.randomUUID().toString(),
                "redress.alert-page.failed.v1",
                """
                {"occurredAt": "2026-11-21T06:00:00Z", "recordedAt": "2026-11-21T06:00:00Z",
                 "actor": {"kind": "RULE", "id": "mail"}, "messageId": "%s", "pageId": "%s",
                 "alertId": "%s", "personId": "%s", "reason": "550"}
                """
                        .formatted(
                                UUID.randomUUID(),
                                of(page, "pageId"),
                                of(page, "alertId"),
                                of(page, "personId")));
    }
}
