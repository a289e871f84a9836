package org.redress.notification.messages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.redress.notification.Deliveries;
import org.redress.notification.MessagesOf;
import org.redress.notification.Post;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;

/** A call that nobody needs to answer any more says so, quietly and in the same thread. */
@WithNotification
class EverybodyCalledHearsHowItEndedTest {
    private static final String ZHANG_LEI = "zhang.lei@redress.example";
    private static final String HE_JING = "he.jing@redress.example";

    private final Story kettle = Story.kettle().isRegistered();

    @Test
    void who_was_called_hears_who_has_it_in_the_same_thread_and_without_a_bell() {
        var called = theyAreCalled();

        // when
        given().post("/a/" + called.hers().token()).then().statusCode(200);

        // then
        var news = awaitSecond(ZHANG_LEI);
        assertThat(news.subject()).startsWith("【已有人接手】").contains(kettle.caseNumber);
        assertThat(news.text()).contains("何静", "您无需再做任何事").doesNotContain("He Jing");
        assertThat(news.references()).isEqualTo(called.his().id());
        assertThat(news.urgent()).isFalse();
        assertThat(Post.to(HE_JING, kettle)).hasSize(1);
        open(called.his()).body(containsString("何静")).body(not(containsString("<form")));
    }

    @Test
    void when_the_case_is_resolved_everybody_hears_it_and_the_links_offer_nothing() {
        var called = theyAreCalled();

        // when
        kettle.isResolved().isSettled("RESOLVED").isSettled("RESOLVED");

        // then
        assertThat(awaitSecond(ZHANG_LEI).subject()).startsWith("【已处理完毕】");
        assertThat(awaitSecond(HE_JING).subject()).startsWith("[Resolved]");
        open(called.his()).body(containsString("已处理完毕")).body(not(containsString("<form")));
        given().post("/a/" + called.hers().token()).then().body(containsString("Resolved"));
        assertThat(Deliveries.count(kettle, "message.acknowledged.v1")).isZero();
        assertThat(Post.to(ZHANG_LEI, kettle)).hasSize(2);
    }

    @Test
    void a_link_of_a_withdrawn_case_says_so_and_acknowledges_nothing() {
        var called = theyAreCalled();

        // when
        kettle.isWithdrawn();

        // then
        await().untilAsserted(() -> open(called.his()).body(containsString("客户已撤诉")));
        given().post("/a/" + called.his().token()).then().body(not(containsString("由您接手")));
        assertThat(Deliveries.count(kettle, "message.acknowledged.v1")).isZero();
    }

    @Test
    void who_has_it_reads_on_their_own_link_that_the_case_is_over_meanwhile() {
        var called = theyAreCalled();
        given().post("/a/" + called.his().token()).then().body(containsString("由您接手"));

        // when
        kettle.isResolved();

        // then
        await().untilAsserted(() -> open(called.his()).body(containsString("已处理完毕")));
    }

    @Test
    void a_page_that_comes_after_the_end_of_its_call_stays_here() {
        kettle.isSettled("CALMED");

        // when
        kettle.pages("zhang.lei", "A");

        // then
        await().untilAsserted(() ->
                assertThat(MessagesOf.states(kettle)).contains("ESCALATION_PAGE SUPPRESSED"));
        assertThat(Post.to(ZHANG_LEI, kettle)).isEmpty();
    }

    private Called theyAreCalled() {
        kettle.pages("zhang.lei", "A");
        kettle.pages("he.jing", "B");
        var called = new Called(Post.awaitTo(ZHANG_LEI, kettle), Post.awaitTo(HE_JING, kettle));
        await().untilAsserted(() ->
                assertThat(MessagesOf.states(kettle))
                        .filteredOn(state -> state.equals("ESCALATION_PAGE SENT"))
                        .hasSize(2));
        return called;
    }

    private Post awaitSecond(String address) {
        await().until(() -> Post.to(address, kettle).size() == 2);
        return Post.to(address, kettle).getLast();
    }

    private static ValidatableResponse open(Post page) {
        return given().accept("text/html").get("/a/" + page.token()).then().statusCode(200);
    }

    private record Called(Post his, Post hers) {}
}
