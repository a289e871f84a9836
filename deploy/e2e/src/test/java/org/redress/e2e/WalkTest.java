package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.e2e.Eventually.soon;
import static org.redress.local.Service.ESCALATION;
import static org.redress.local.Service.INTAKE;
import static org.redress.local.Service.REPORTING;
import static org.redress.local.Service.TRIAGE;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.local.KafkaLogin;
import org.redress.local.Platform;
import org.redress.local.Service;
import org.redress.local.testing.TestTopics;

/** From the phone call to the manager's acknowledgment, the closed case and the BI fact. */
@ExtendWith(RunningPlatform.class)
class WalkTest {

    private final Platform platform;
    private final Person agent;
    private final Person officer;
    private final Person handler;
    private final Person manager;
    private final Person analyst;
    private final String customer = UUID.randomUUID() + "@example.com";

    WalkTest(Platform platform) {
        this.platform = platform;
        this.agent = Person.named("li.na", platform);
        this.officer = Person.named("zhao.min", platform);
        this.handler = Person.named("chen.wei", platform);
        this.manager = Person.named("wang.fang", platform);
        this.analyst = Person.named("sun.yu", platform);
        TestTopics.use(platform.kafka(KafkaLogin.ADMIN));
    }

    @Test
    void a_case_walks_from_the_call_to_the_fact_and_comes_back_once() {
        // given
        var number = agent.register(Complaints.electricShock(customer));

        // then the customer hears at once, in their language
        soon(() -> assertThat(mails(customer, number)).hasSize(1));
        assertThat(mails(customer, number).getFirst().subject()).contains(number);

        // and triage says why it is critical
        var assessment =
                officer.get(TRIAGE, "/api/v1/cases/" + number + "/assessment").expect(200).body();
        assertThat(assessment.path("severity").asText()).isEqualTo("CRITICAL");
        assertThat(assessment.path("reasons")).isNotEmpty();
        assertThat(assessment.path("signals").toString()).contains("触电");

        // and the first person on duty has one mail, whose link does nothing until it is confirmed
        var paged = onlyPage(number).path("personId").asText();
        soon(() -> assertThat(mails(paged + "@redress.example", number)).hasSize(1));
        var link = mails(paged + "@redress.example", number).getFirst().acknowledgeLink();
        assertThat(Person.exchange(HttpRequest.newBuilder(URI.create(link)).GET()).statusCode())
                .isEqualTo(200);
        assertThat(escalation(number).path("state").asText()).isEqualTo("RUNNING");

        // when they confirm, as a browser does for a page that tells nobody where it came from
        assertThat(
                        Person.exchange(
                                        HttpRequest.newBuilder(URI.create(link))
                                                .header("Origin", "null")
                                                .POST(BodyPublishers.noBody()))
                                .statusCode())
                .isEqualTo(200);

        // then every further step is off
        soon(() -> assertThat(escalation(number).path("state").asText()).isEqualTo("ACKNOWLEDGED"));
        assertThat(escalation(number).path("acknowledgedBy").asText()).isEqualTo(paged);
        assertThat(escalation(number).path("owed").asText()).isEqualTo("WORD");

        // when it is worked on and resolved
        handler.work(number, "acceptance", "").expect(200);
        handler.work(number, "progress", "{\"kind\": \"FIRST_RESPONSE\", \"note\": \"已致电客户\"}")
                .expect(200);
        handler.work(number, "resolution", "{\"resolution\": \"已退款并承担医疗费，深表歉意。\"}").expect(200);

        // then the customer hears of it, and the agent sees it
        soon(() -> assertThat(mails(customer, number)).hasSize(2));
        assertThat(mails(customer, number).getLast().text()).contains("已退款并承担医疗费");
        soon(() -> assertThat(status(number)).isEqualTo("RESOLVED"));

        // when the customer is not satisfied
        agent.post(INTAKE, satisfaction(number), "{\"outcome\": \"NOT_SATISFIED\"}").expect(201);

        // then it is open again, one round later and one tier higher
        soon(() -> assertThat(status(number)).isNotEqualTo("RESOLVED"));
        var reopened = handling(number);
        assertThat(reopened.path("round").asInt()).isEqualTo(2);
        assertThat(reopened.path("tier").asText()).isEqualTo("T3");
        assertThat(runningClocks(reopened)).allMatch(clock -> clock.path("round").asInt() == 2);

        // when it is resolved again and the customer is satisfied
        handler.work(number, "acceptance", "").expect(200);
        handler.work(number, "resolution", "{\"resolution\": \"已更换新品并上门致歉。\"}").expect(200);
        soon(() -> assertThat(status(number)).isEqualTo("RESOLVED"));
        agent.post(INTAKE, satisfaction(number), "{\"outcome\": \"SATISFIED\"}").expect(201);

        // then it is closed everywhere, with one fact and one story
        soon(() -> assertThat(status(number)).isEqualTo("CLOSED"));
        soon(() -> assertThat(fact(number).path("closedAs").asText()).isEqualTo("SATISFIED"));
        assertThat(fact(number).path("round").asInt()).isEqualTo(2);
        assertThat(fact(number).path("severity").asText()).isEqualTo("CRITICAL");
        assertThat(storyOf(number))
                .containsSubsequence(
                        "redress.case.registered.v1",
                        "redress.case.assessed.v1",
                        "redress.case.assigned.v1",
                        "redress.escalation.raised.v1",
                        "redress.escalation.acknowledged.v1",
                        "redress.case.resolved.v1",
                        "redress.case.reopened.v1",
                        "redress.case.closed.v1");
        soon(() -> assertThat(closedToday()).isPositive());
    }

    @Test
    void whoever_was_paged_may_acknowledge_by_api_as_well() {
        // given
        var number = agent.register(Complaints.electricShock(customer));
        onlyPage(number);

        // when
        manager.post(
                        ESCALATION,
                        "/api/v1/escalations/%s/acknowledgment"
                                .formatted(escalation(number).path("escalationId").asText()),
                        "")
                .expect(200);

        // then
        assertThat(escalation(number).path("acknowledgedVia").asText()).isEqualTo("API");
    }

    @Test
    void bad_input_names_the_field_and_leaves_nothing_behind() {
        var text = UUID.randomUUID().toString();
        var right =
                Complaints.electricShock(customer)
                        .replaceFirst(
                                "\"description\": \"[^\"]*\"", "\"description\": \"" + text + "\"");
        var forms =
                List.of(
                        "{\"channel\": \"PIGEON\", \"description\": \"" + text + "\"}",
                        right.replace("\"subject\"", "\"subjekt\""),
                        right.replace("+8613800138000\", \"email", "12\", \"email"),
                        right.replace(customer, "not an address"));
        for (var form : forms) {
            var answer = agent.post(INTAKE, "/api/v1/cases", form).expect(400);
            assertThat(answer.body().path("violations")).as(form).isNotEmpty();
        }
        agent.post(INTAKE, "/api/v1/cases", right.substring(0, right.length() - 2)).expect(400);
        manager.post(INTAKE, "/api/v1/cases", right).expect(403);
        agent.get(INTAKE, "/api/v1/cases/C-20261121-000421").expect(400);
        assertThat(
                        Person.exchange(
                                        HttpRequest.newBuilder(
                                                URI.create(
                                                        platform.url(Service.NOTIFICATION)
                                                                + "/a/forged")))
                                .statusCode())
                .isEqualTo(404);

        // then of all that was said the one case is told that was registered rightly
        var number = agent.register(right);
        soon(() -> assertThat(fact(number).path("caseNumber").asText()).isEqualTo(number));
        assertThat(TestTopics.read("redress.cases"))
                .filteredOn(message -> String.valueOf(message.text()).contains(text))
                .hasSize(1);
    }

    @Test
    void a_message_that_is_not_ours_is_put_aside_and_the_next_case_goes_on() {
        // when
        var key = UUID.randomUUID().toString();
        for (var topic : List.of("redress.cases", "redress.assessments", "redress.handling")) {
            TestTopics.publish(topic, key, "com.example.foreign.v1", "{\"what\": \"is this\"}");
        }
        var number = agent.register(Complaints.electricShock(customer));

        // then
        soon(() -> assertThat(fact(number).path("status").asText()).isEqualTo("ASSIGNED"));
        for (var topic :
                List.of(
                        "redress.cases.triage.dlq",
                        "redress.cases.escalation.dlq",
                        "redress.assessments.escalation.dlq",
                        "redress.handling.notification.dlq",
                        "redress.handling.reporting.dlq")) {
            soon(() ->
                    assertThat(TestTopics.read(topic, key))
                            .singleElement()
                            .satisfies(letter ->
                                    assertThat(letter.headers())
                                            .containsEntry("dead-letter-reason", "foreign type")));
        }
    }

    private JsonNode onlyPage(String number) {
        soon(() -> assertThat(escalation(number).path("pages")).hasSize(1));
        return escalation(number).path("pages").path(0);
    }

    private JsonNode escalation(String number) {
        return handling(number).path("escalations").path(0);
    }

    private JsonNode handling(String number) {
        var answer = handler.get(ESCALATION, "/api/v1/cases/" + number + "/handling");
        assertThat(answer.status()).isIn(200, 404);
        return answer.body();
    }

    private static List<JsonNode> runningClocks(JsonNode handling) {
        var running = new ArrayList<JsonNode>();
        handling.path("clocks").forEach(running::add);
        running.removeIf(clock -> !clock.path("state").asText().equals("RUNNING"));
        assertThat(running).isNotEmpty();
        return running;
    }

    private String status(String number) {
        return agent.get(INTAKE, "/api/v1/cases/" + number)
                .expect(200)
                .body()
                .path("status")
                .asText();
    }

    private static JsonNode fact(String number) {
        return TestTopics.read("redress.bi.case-facts").stream()
                .map(message -> message.json())
                .filter(fact -> fact.path("caseNumber").asText().equals(number))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new AssertionError("no fact of " + number));
    }

    private List<String> storyOf(String number) {
        var types = new ArrayList<String>();
        analyst.get(REPORTING, "/api/v1/cases/" + number + "/timeline")
                .expect(200)
                .body()
                .findValuesAsText("type")
                .forEach(types::add);
        return types;
    }

    private int closedToday() {
        var days = analyst.get(REPORTING, "/api/v1/metrics/daily?from=2026-01-01&to=2026-12-31");
        return days.body().findValues("closed").stream().mapToInt(JsonNode::asInt).sum();
    }

    private List<Mail> mails(String address, String number) {
        return Mail.to(address, number, platform);
    }

    private static String satisfaction(String number) {
        return "/api/v1/cases/" + number + "/satisfaction";
    }
}
