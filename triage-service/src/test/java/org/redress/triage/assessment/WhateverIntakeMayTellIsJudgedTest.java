package org.redress.triage.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestTopics;
import org.redress.platform.testing.Contract;
import org.redress.triage.Together;
import org.redress.triage.WithTriage;

@WithTriage
class WhateverIntakeMayTellIsJudgedTest {

    private static final String REGISTERED = "redress.case.registered.v1";
    private static final String CORRECTED = "redress.case.corrected.v1";

    @Test
    void every_value_that_the_contract_allows_is_stored_and_judged() {
        assertJudged(
                Together.of("intake/case.registered.v1", "kettle"),
                80,
                payload -> Story.at("hq").told(REGISTERED, payload));
    }

    @Test
    void so_is_every_correction() {
        assertJudged(
                Together.of("intake/case.corrected.v1", "kettle"),
                40,
                payload -> Story.at("hq").told(CORRECTED, payload).registered("快递一直没发货"));
    }

    /** Intake refuses these at its door; what comes all the same is no reason to lose a case. */
    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1e-400", "999999999999.9999"})
    void a_loss_beyond_all_limits_loses_no_case(String amount) {
        var story = Story.at("hq");
        var payload = kettle().put("subject", "来电").put("description", "我要投诉快递");
        payload.withObjectProperty("flags")
                .put("injuryOrDanger", false)
                .putObject("propertyLoss")
                .put("amount", 111.5)
                .put("currency", "CNY");

        story.toldRaw(REGISTERED, payload.toString().replace("111.5", amount));

        assertThat(story.assessed(1).json().get("severity").asText())
                .isEqualTo(amount.startsWith("1e-") ? "LOW" : "CRITICAL");
    }

    @Test
    void half_a_character_and_the_character_zero_lose_no_case() {
        var story = Story.at("hq");
        var raw = kettle().put("description", "MARK").toString();

        story.toldRaw(REGISTERED, raw.replace("MARK", "洗衣机漏电\\ud800，\\u0000手麻"));

        assertThat(story.assessed(1).json().get("severity").asText()).isEqualTo("CRITICAL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hq/outlets/east", "HQ", "hq//x", "outlets"})
    void a_unit_that_is_not_ours_loses_no_case(String unit) {
        var event = Story.at(unit).registered("网点排队等了两小时").assessed(1);

        assertThat(event.json().get("ownerUnit").asText())
                .isEqualTo(unit.startsWith("/") ? "hq/outlets/east" : "hq/customer-service");
    }

    private static void assertJudged(
            List<Together> payloads, int variants, Function<ObjectNode, Story> telling) {
        assertThat(payloads.stream().mapToInt(Together::variants).sum()).isGreaterThan(variants);

        var stories = payloads.stream().map(Together::payload).map(telling).toList();

        var ids = stories.stream().map(story -> story.caseId).toList();
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() ->
                        assertThat(TestTopics.read("redress.assessments"))
                                .extracting(Message::key)
                                .containsAll(ids));
        assertThat(buried(stories)).isEmpty();
    }

    private static List<String> buried(List<Story> stories) {
        var ids = stories.stream().map(story -> story.caseId).toList();
        return TestTopics.read("redress.cases.triage.dlq").stream()
                .map(message -> String.valueOf(message.key()))
                .filter(ids::contains)
                .toList();
    }

    private static ObjectNode kettle() {
        return Contract.of(REGISTERED).example("kettle");
    }
}
