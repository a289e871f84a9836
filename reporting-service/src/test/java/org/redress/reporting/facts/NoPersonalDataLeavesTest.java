package org.redress.reporting.facts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestIssuer;
import org.redress.local.testing.TestTopics;
import org.redress.platform.testing.Contract;
import org.redress.reporting.LiveCase;
import org.redress.reporting.WithPlatform;
import org.redress.reporting.events.EventType;

/** XX-02: every free text of every event is stuffed with a name and a number; neither comes out. */
@WithPlatform
class NoPersonalDataLeavesTest {
    private static final String MARKER = "张三 13800138000 zhang.san@example.com";
    private static final String CUSTOMER = "01a1ec74-dccd-7369-939e-8b881b41c3bf";
    private static final Set<String> FREE_TEXT =
            Set.of(
                    "subject",
                    "description",
                    "note",
                    "reason",
                    "resolution",
                    "place",
                    "personsInvolved",
                    "preliminaryCause",
                    "desiredRemedy",
                    "model",
                    "serial",
                    "batch",
                    "orderNumber",
                    "channelRef",
                    "callId",
                    "agentId",
                    "recordingUrl",
                    "tableVersion",
                    "rule",
                    "zh",
                    "en",
                    "words");

    @Test
    void from_any_event_into_a_fact_a_metric_or_a_timeline() {
        var customerCase = LiveCase.daysEarlier(40);
        for (var type : EventType.values()) {
            var example = Contract.of(type.type()).examples().firstKey();
            customerCase.tells(type, example, NoPersonalDataLeavesTest::stuff);
        }

        customerCase.awaitFact(fact ->
                fact.path("status").asText().equals("CLOSED")
                        && fact.get("messagesSent").asInt() == 1);
        var metric =
                TestTopics.await(
                        "redress.bi.daily-metrics",
                        message -> message.json().get("closed").asInt() > 0);

        assertThat(customerCase.facts()).allSatisfy(NoPersonalDataLeavesTest::assertClean);
        assertClean(metric);
        assertThat(timeline(customerCase)).doesNotContain("张三", "1380013", "zhang.san");
    }

    private static void assertClean(Message published) {
        assertThat(published.key() + published.headers() + published.text())
                .doesNotContain("张三", "1380013", "zhang.san", CUSTOMER);
    }

    private static String timeline(LiveCase customerCase) {
        return given().auth()
                .oauth2(TestIssuer.token("liu.yang", Set.of("admin"), "hq"))
                .get("/api/v1/cases/{number}/timeline", customerCase.number())
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static void stuff(ObjectNode payload) {
        for (var field : List.copyOf(payload.properties())) {
            if (FREE_TEXT.contains(field.getKey())) {
                payload.set(field.getKey(), stuffed(field.getValue()));
            } else {
                stuffInside(field.getValue());
            }
        }
        payload.put("unheardOf", MARKER);
        if (payload.has("customerId")) {
            payload.put("customerId", CUSTOMER);
        }
    }

    private static JsonNode stuffed(JsonNode text) {
        return text instanceof ArrayNode words
                ? words.removeAll().add(MARKER)
                : new TextNode(MARKER);
    }

    private static void stuffInside(JsonNode value) {
        switch (value) {
            case ObjectNode object -> stuff(object);
            case ArrayNode items -> items.forEach(NoPersonalDataLeavesTest::stuffInside);
            default -> {}
        }
    }
}
