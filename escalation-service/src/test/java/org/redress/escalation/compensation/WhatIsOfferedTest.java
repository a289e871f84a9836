package org.redress.escalation.compensation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.github.f4b6a3.uuid.UuidCreator;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.local.testing.Message;
import org.redress.platform.testing.Contract;

/** An offer and who may promise it (ES-28, ES-29). */
@WithEscalation
class WhatIsOfferedTest {

    private static final String REASON = "because";

    @Test
    void what_is_within_is_approved_at_once_and_more_goes_up_with_all_that_was_promised_before() {
        CaseStory story = accepted(UuidCreator.getTimeOrderedEpoch().toString());

        offer(story, "300", "CNY")
                .statusCode(200)
                .body("journal[-1].activity", equalTo("COMPENSATION_OFFERED"));
        offer(story, "250", "CNY").statusCode(200);
        JsonPath two = look(story);
        assertThat(two.getList("offers.state")).containsExactly("APPROVED", "PROPOSED");
        assertThat(two.getString("offers[0].money.amount")).isEqualTo("300.0");
        assertThat(two.getString("offers[0].basis")).isEqualTo("the price");
        assertThat(two.getString("offers[1].approver.person")).isEqualTo("xu.qiang");
        String first = two.getString("offers[0].offerId");
        String second = two.getString("offers[1].offerId");

        act(story, "chen.wei", "manager", second, "approval").statusCode(409);
        act(story, "zhang.lei", "handler", second, "approval").statusCode(403);
        act(story, "sun.hao", "manager", second, "approval").statusCode(200);
        offer(story, "6000", "CNY").statusCode(200);
        String third = look(story).getString("offers[2].offerId");
        act(story, "xu.qiang", "manager", third, "approval")
                .statusCode(409)
                .body("detail", containsString("6550"));
        act(story, "liu.min", "manager", third, "refusal").statusCode(200);
        offer(story, "1000000", "CNY").statusCode(409);
        offer(story, "1", "JPY").statusCode(409);

        act(story, "chen.wei", "handler", first, "payment").statusCode(409);
        act(story, "chen.wei", "handler", first, "acceptance").statusCode(200);
        act(story, "chen.wei", "handler", first, "payment").statusCode(200);
        act(story, "chen.wei", "handler", second, "rejection").statusCode(200);
        act(story, "chen.wei", "handler", second, "withdrawal").statusCode(409);
        assertThat(look(story).getList("offers.state"))
                .containsExactly("PAID", "DECLINED", "REFUSED");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(compensations(story)).hasSize(9));
        assertThat(compensations(story))
                .allSatisfy(message ->
                        assertThat(Contract.of(message.type()).faults(message.text())).isEmpty())
                .extracting(Message::text)
                .noneMatch(text -> text.contains("the price") || text.contains(REASON));
    }

    @Test
    void what_another_case_of_the_customer_got_counts_even_at_the_same_time() {
        String customer = UuidCreator.getTimeOrderedEpoch().toString();
        List<CaseStory> cases = List.of(accepted(customer), accepted(customer));

        cases.stream()
                .map(story ->
                        CompletableFuture.runAsync(
                                () -> offer(story, "300", "CNY").statusCode(200)))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(cases.stream().map(story -> look(story).getString("offers[0].state")))
                .containsExactlyInAnyOrder("APPROVED", "PROPOSED");
        CaseStory another = accepted(UuidCreator.getTimeOrderedEpoch().toString());
        offer(another, "300", "CNY").statusCode(200);
        assertThat(look(another).getString("offers[0].state")).isEqualTo("APPROVED");
    }

    @Test
    void whom_it_concerns_is_not_asked_and_what_is_no_money_is_refused_by_name() {
        CaseStory story = accepted(UuidCreator.getTimeOrderedEpoch().toString());
        story.does(
                        "wang.fang",
                        "manager",
                        "recusal",
                        Map.of("person", "xu.qiang", "reason", "his own"))
                .statusCode(200);

        offer(story, "600", "CNY").statusCode(200);
        JsonPath asked = look(story);
        assertThat(asked.getString("offers[0].approver.person")).isEqualTo("zhang.lei");
        act(story, "xu.qiang", "manager", asked.getString("offers[0].offerId"), "approval")
                .statusCode(409);
        act(story, "zhang.lei", "manager", asked.getString("offers[0].offerId"), "referral")
                .statusCode(200);
        assertThat(look(story).getString("offers[0].approver.person")).isEqualTo("liu.min");

        offer(story, "1.005", "CNY").statusCode(400).body("violations.field", hasItem("amount"));
        offer(story, "-1", "CNY").statusCode(400);
        offer(story, "1", "ABC").statusCode(400).body("violations.field", hasItem("currency"));
        act(story, "xu.qiang", "manager", "01a1f0b2-2c40-7c8e-9a2f-3f6f0d5a7b21", "approval")
                .statusCode(404);
    }

    private static CaseStory accepted(String customer) {
        CaseStory story = CaseStory.assignedOf(customer, "MEDIUM", "hq/quality");
        story.accept().statusCode(200);
        return story;
    }

    private static ValidatableResponse offer(CaseStory story, String amount, String currency) {
        return story.does(
                "chen.wei",
                "handler",
                "compensation",
                Map.of(
                        "type",
                        "REFUND",
                        "amount",
                        new BigDecimal(amount),
                        "currency",
                        currency,
                        "basis",
                        "the price"));
    }

    private static ValidatableResponse act(
            CaseStory story, String person, String role, String offer, String verb) {
        return story.does(
                person, role, "compensation/" + offer + "/" + verb, Map.of("reason", REASON));
    }

    private static List<Message> compensations(CaseStory story) {
        return story.messages().stream()
                .filter(message -> message.type().startsWith("redress.case.compensation-"))
                .toList();
    }

    private static JsonPath look(CaseStory story) {
        return CaseStory.with("wang.fang", "manager", "hq")
                .get(story.path("compensation"))
                .jsonPath();
    }
}
