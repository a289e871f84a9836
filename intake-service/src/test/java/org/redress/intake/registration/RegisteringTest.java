package org.redress.intake.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.redress.intake.FrontEnd.CASES;
import static org.redress.intake.FrontEnd.agent;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.intake.FrontEnd;
import org.redress.intake.FrontEnd.Registered;
import org.redress.intake.WithIntake;
import org.redress.intake.cases.CaseNumber;
import org.redress.local.testing.TestTopics;

@WithIntake
class RegisteringTest {

    @Test
    void the_agent_gets_a_number_a_location_and_a_timetable_to_read_out() {
        // given
        String form = Examples.HOTLINE_ZH;

        // when
        var answer = agent().body(form).post(CASES).then();

        // then
        answer.statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("caseNumber", matchesPattern("C-[0-9]{8}-[0-9]{6,}"))
                .body("timetable.milestone", hasSize(3))
                .body("timetable[0].by", equalTo("CUSTOMER_SERVICE"))
                .body(
                        "timetable[2].text",
                        matchesPattern("责任部门将在\\d+月\\d+日(凌晨|夜间)?\\d\\d:\\d\\d前告诉您处理结果。"))
                .body("safety", startsWith("请先确保人身安全"));
        String number = answer.extract().path("caseNumber");
        answer.header("Location", endsWith(CASES + "/" + number));
        assertThat(CaseNumber.parse(number)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {Examples.HOTLINE_ZH, Examples.EMAIL_EN, Examples.SUGGESTION_ZH})
    void the_examples_of_the_documentation_are_accepted(String example) {
        agent().body(example).post(CASES).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HOTLINE        | {}                          | PT5M  | PT24H | PT72H",
                "HOTLINE        | {\"crowdSize\": 4}          | PT5M  | PT24H | PT72H",
                "HOTLINE        | {\"crowdSize\": 5}          | PT5M  | PT2H  | PT24H",
                "STAFF          | {\"injuryOrDanger\": true}  | PT5M  | PT2H  | PT24H",
                "SOCIAL_MEDIA   | {}                          | PT5M  | PT2H  | PT72H",
                "SUGGESTION_BOX | {}                          | PT24H | PT72H | PT168H"
            })
    void the_timetable_is_that_of_the_settings(
            String channel,
            String flags,
            Duration acknowledgment,
            Duration firstResponse,
            Duration resolution) {
        // when
        Response answer =
                agent().body(
                                """
                                {"channel": "%s", "channelRef": "weibo-1", "flags": %s, "description": "无",
                                 "customer": {"name": "王小明", "phone": "13912345678"}}
                                """
                                        .formatted(channel, flags))
                        .post(CASES);

        // then
        assertThat(answer.<String>path("timetable[0].text"))
                .startsWith("客服中心将在")
                .endsWith("前向您确认已收到您的反馈。");
        Instant registeredAt = Instant.parse(answer.path("registeredAt"));
        assertThat(answer.<List<String>>path("timetable.dueAt"))
                .map(due -> Duration.between(registeredAt, Instant.parse(due)))
                .map(wait -> wait.truncatedTo(ChronoUnit.MINUTES))
                .containsExactly(acknowledgment, firstResponse, resolution);
    }

    @Test
    void an_english_customer_hears_english() {
        agent().body(Examples.EMAIL_EN)
                .post(CASES)
                .then()
                .body(
                        "timetable[0].text",
                        matchesPattern(
                                "Customer service will confirm by e-mail by \\d\\d:\\d\\d"
                                        + "( at night)? on \\d+ \\w+ \\(GMT\\+8\\)"
                                        + " that we have your feedback\\."))
                .body("$", not(hasKey("safety")));
    }

    @Test
    void the_registration_is_published_with_what_the_others_need_and_without_the_callers_number() {
        // when
        Registered registered = FrontEnd.register(Examples.HOTLINE_ZH);

        // then
        var event =
                TestTopics.await(
                        "redress.cases", registered.caseId(), "redress.case.registered.v1");
        assertThat(event.attribute("mode")).isEqualTo("REAL");
        assertThat(event.attribute("orgunit")).isEqualTo("hq/customer-service");
        assertThat(event.attribute("correlationid")).isEqualTo(registered.caseId());
        assertThat(event.json().at("/flags/injuryOrDanger").asBoolean()).isTrue();
        assertThat(event.json().at("/flags/conductLevel").asText()).isEqualTo("NONE");
        assertThat(event.json().at("/receivedAt")).isEqualTo(event.json().at("/recordedAt"));
        assertThat(event.json().at("/actor/id").asText()).isEqualTo("zhao.min");
        assertThat(event.json().at("/incident/occurredAt").asText())
                .isEqualTo("2025-11-20T11:30:00Z");
        assertThat(event.text()).doesNotContain("13800138000", "li.na", "李娜");
    }

    @Test
    void the_customer_is_published_on_the_restricted_topic() {
        // when
        Registered registered = FrontEnd.register(Examples.HOTLINE_ZH);

        // then
        var snapshot =
                TestTopics.await(
                        "redress.customers",
                        registered.customerId(),
                        "redress.customer.snapshot.v1");
        assertThat(snapshot.json().get("name").asText()).isEqualTo("李娜");
        assertThat(snapshot.json().get("email").asText()).isEqualTo("li.na@example.com");
        assertThat(snapshot.json().get("tier").asText()).isEqualTo("STANDARD");
        assertThat(snapshot.json().get("phone").asText()).isEqualTo("+8613800138000");
        assertThat(snapshot.json().get("language").asText()).isEqualTo("zh-CN");
    }

    @Test
    void a_known_customer_needs_only_an_id_and_is_not_published_again() {
        // given
        Registered first = FrontEnd.aCase();

        // when
        Registered second =
                FrontEnd.register(
                        """
                        {"channel": "HOTLINE", "customerId": "%s", "description": "再次来电催促"}
                        """
                                .formatted(first.customerId()));

        // then
        assertThat(second.customerId()).isEqualTo(first.customerId());
        TestTopics.await("redress.cases", second.caseId(), "redress.case.registered.v1");
        assertThat(TestTopics.read("redress.customers", first.customerId())).hasSize(1);
    }

    @Test
    void the_number_that_the_call_came_from_is_a_way_to_call_back() {
        // when
        Registered registered =
                FrontEnd.register(
                        """
                        {"channel": "HOTLINE", "cti": {"callerNumber": "13700001111"},
                         "customer": {"name": "未留名"}, "description": "门店空调太冷"}
                        """);

        // then
        agent().get(FrontEnd.CUSTOMERS + "/" + registered.customerId())
                .then()
                .statusCode(200)
                .body("phone", equalTo("**********1111"));
    }

    @Test
    void a_drill_says_so_on_every_event() {
        // when
        Registered drill =
                FrontEnd.register(
                        """
                        {"channel": "SUGGESTION_BOX", "mode": "DRILL", "customer": {"name": "演练"},
                         "receivedAt": "2026-11-20T01:30:00Z", "description": "演练：请勿处理"}
                        """);

        // then
        var event = TestTopics.await("redress.cases", drill.caseId(), "redress.case.registered.v1");
        assertThat(event.attribute("mode")).isEqualTo("DRILL");
        assertThat(event.json().get("receivedAt").asText()).isEqualTo("2026-11-20T01:30:00Z");
    }
}
