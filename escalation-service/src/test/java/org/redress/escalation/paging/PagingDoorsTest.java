package org.redress.escalation.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.platform.due.DueLoop;
import org.threeten.extra.MutableClock;

@WithEscalation
class PagingDoorsTest {

    @Inject MutableClock clock;
    @Inject DueLoop timer;
    @Inject PagingDesk desk;

    @Test
    void a_critical_case_reaches_the_duty_officer_at_once_and_the_deputy_after_five_minutes() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");
        assertThat(story.paged()).containsExactly("zhang.lei");

        pass(Duration.ofSeconds(299));
        assertThat(story.paged()).containsExactly("zhang.lei");

        pass(Duration.ofSeconds(1));
        assertThat(story.paged()).containsExactly("zhang.lei", "he.jing");
    }

    @Test
    void nobody_answers_and_so_the_command_post_is_reached_and_the_policy_is_exhausted() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");

        IntStream.range(0, 22).forEach(step -> pass(Duration.ofMinutes(5)));

        assertThat(story.paged())
                .containsExactly(
                        "zhang.lei",
                        "he.jing",
                        "xu.qiang",
                        "liu.min",
                        "sun.hao",
                        "zhao.guoqiang",
                        "zhang.lei",
                        "he.jing",
                        "xu.qiang",
                        "liu.min",
                        "sun.hao",
                        "zhao.guoqiang");
        story.view().then().body("escalations[0].state", equalTo("EXHAUSTED"));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(story.told()).containsOnlyOnce("escalation.exhausted"));
    }

    @Test
    void an_acknowledgment_by_api_stops_every_further_step_and_may_be_repeated() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");
        String path = "/api/v1/escalations/" + story.escalationId() + "/acknowledgment";

        for (int i = 0; i < 2; i++) {
            CaseStory.with("wang.fang", "manager", "hq")
                    .post(path)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("ACKNOWLEDGED"))
                    .body("acknowledgedBy", equalTo("wang.fang"));
        }
        pass(Duration.ofMinutes(9));

        assertThat(story.paged()).containsExactly("zhang.lei");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(story.told()).containsOnlyOnce("escalation.acknowledged"));
    }

    @Test
    void an_acknowledgment_by_mail_stops_every_further_step() {
        CaseStory story = CaseStory.assigned("HIGH", "hq/finance");

        story.acknowledgeByMail(story.lastPage(), story.escalationId());
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        story.view()
                                .then()
                                .body("escalations[0].acknowledgedVia", equalTo("MAIL_LINK")));
        pass(Duration.ofMinutes(9));

        assertThat(story.paged()).containsExactly("song.yan");
    }

    @Test
    void a_page_that_will_never_arrive_costs_no_waiting_time() {
        CaseStory story = CaseStory.assigned("HIGH", "hq/finance");

        story.pageFailed(story.lastPage(), false);
        story.pageFailed(story.lastPage(), true);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(story.paged()).containsExactly("song.yan", "tang.rui"));
    }

    @Test
    void who_was_paged_and_accepts_the_case_has_answered() {
        CaseStory story = CaseStory.assigned("HIGH", "hq/finance");

        story.accept().statusCode(200);
        story.view().then().body("escalations[0].state", equalTo("RUNNING"));
        CaseStory other = CaseStory.assigned("HIGH", "hq/finance");
        other.as("song.yan", "handler").post(other.path("acceptance")).then().statusCode(200);

        other.view()
                .then()
                .body("escalations[0].state", equalTo("ACKNOWLEDGED"))
                .body("escalations[0].acknowledgedBy", equalTo("song.yan"));
    }

    @Test
    void only_who_was_paged_or_a_manager_may_acknowledge_and_only_who_may_see_it() {
        CaseStory story = CaseStory.assigned("HIGH", "hq/finance");
        String path = "/api/v1/escalations/" + story.escalationId() + "/acknowledgment";

        CaseStory.with("chen.wei", "handler", "hq").post(path).then().statusCode(403);
        CaseStory.with("ye.qing", "manager", "hq/outlets/west").post(path).then().statusCode(404);
        CaseStory.with("sun.yu", "bi-analyst", "hq").post(path).then().statusCode(403);
        CaseStory.with("song.yan", "handler", "hq/finance").post(path).then().statusCode(200);
        CaseStory.with("chen.wei", "handler", "hq")
                .post("/api/v1/escalations/" + UUID.randomUUID() + "/acknowledgment")
                .then()
                .statusCode(404);
    }

    @Test
    void running_escalations_are_listed_for_those_who_may_see_them() {
        CaseStory story = CaseStory.assigned("HIGH", "hq/legal");

        CaseStory.with("qian.feng", "manager", "hq/legal")
                .get("/api/v1/escalations?state=RUNNING")
                .then()
                .statusCode(200)
                .body("items.escalationId", hasItem(story.escalationId()));
        CaseStory.with("ye.qing", "manager", "hq/outlets/west")
                .get("/api/v1/escalations?state=RUNNING")
                .then()
                .statusCode(200)
                .body("items.caseNumber.contains('" + story.number() + "')", equalTo(false));
        CaseStory.with("qian.feng", "manager", "hq/legal")
                .get("/api/v1/escalations/" + story.escalationId())
                .then()
                .statusCode(200)
                .body("caseNumber", equalTo(story.number()));
    }

    @Test
    void a_long_list_of_escalations_comes_in_parts_of_the_size_that_is_asked_for() {
        CaseStory first = CaseStory.assigned("HIGH", "hq/legal");
        clock.add(Duration.ofMillis(1));
        CaseStory second = CaseStory.assigned("HIGH", "hq/legal");

        var part = page("");

        assertThat(part.getList("items.caseNumber")).containsExactly(second.number());
        assertThat(page("&cursor=" + part.getString("next")).getList("items.caseNumber"))
                .containsExactly(first.number());
    }

    private static JsonPath page(String cursor) {
        return CaseStory.with("qian.feng", "manager", "hq/legal")
                .get("/api/v1/escalations?state=RUNNING&limit=1" + cursor)
                .jsonPath();
    }

    @Test
    void a_crash_before_the_commit_pages_nobody_and_the_next_go_pages_once() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");
        clock.add(Duration.ofMinutes(5));
        UUID escalation = UUID.fromString(story.escalationId());

        assertThatThrownBy(crashAfter(() -> desk.waited(List.of(escalation), clock.instant())))
                .hasMessage("killed");
        assertThat(story.paged()).containsExactly("zhang.lei");
        timer.fireDue();
        timer.fireDue();

        assertThat(story.paged()).containsExactly("zhang.lei", "he.jing");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(
                                        story.messages().stream()
                                                .filter(message ->
                                                        message.type()
                                                                .equals(
                                                                        "redress.escalation.raised.v1"))
                                                .map(message ->
                                                        message.json().get("personId").textValue()))
                                .containsExactly("zhang.lei", "he.jing"));
    }

    private static ThrowingCallable crashAfter(Runnable work) {
        return () ->
                QuarkusTransaction.requiringNew()
                        .run(() -> {
                            work.run();
                            throw new IllegalStateException("killed");
                        });
    }

    @Test
    void timers_of_several_replicas_at_once_page_everybody_once() throws InterruptedException {
        List<CaseStory> stories =
                Stream.generate(() -> CaseStory.assigned("CRITICAL", "hq/quality"))
                        .limit(12)
                        .toList();
        clock.add(Duration.ofMinutes(5));

        try (var replicas = Executors.newFixedThreadPool(4)) {
            replicas.invokeAll(
                    IntStream.range(0, 8)
                            .<Callable<Integer>>mapToObj(i -> timer::fireDue)
                            .toList());
        }
        timer.fireDue();

        assertThat(stories)
                .allSatisfy(
                        story -> assertThat(story.paged()).containsExactly("zhang.lei", "he.jing"));
    }

    private void pass(Duration duration) {
        clock.add(duration);
        timer.fireDue();
    }
}
