package org.redress.escalation.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.local.testing.Message;
import org.redress.platform.due.DueLoop;
import org.redress.platform.testing.Contract;
import org.threeten.extra.MutableClock;

/** What goes out is what contracts/escalation says. */
@WithEscalation
class PublishedLanguageTest {

    private static final List<String> TYPES =
            List.of(
                    "case.assigned",
                    "case.handed-over",
                    "case.progressed",
                    "case.resolved",
                    "case.reopened",
                    "case.end-proposed",
                    "case.end-refused",
                    "case.closed",
                    "case.promise-changed",
                    "clock.started",
                    "clock.warned",
                    "clock.breached",
                    "clock.met",
                    "clock.rebased",
                    "escalation.raised",
                    "escalation.acknowledged",
                    "escalation.exhausted",
                    "escalation.settled");

    @Inject MutableClock clock;
    @Inject DueLoop timer;
    @Inject Jdbi jdbi;

    /** The watch is called until somebody answers: each time the clock is moved, by all of them. */
    @BeforeEach
    void what_other_tests_left_to_the_watch_calls_nobody() {
        jdbi.useHandle(handle -> handle.execute("update alert set next_at = null"));
    }

    @Test
    void every_event_that_goes_out_is_valid_by_its_schema() {
        CaseStory story = aStoryInWhichEverythingHappens();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(story.told()).contains("case.closed"));

        List<Message> messages = story.messages();

        assertThat(story.told()).containsAll(TYPES);
        assertThat(messages)
                .allSatisfy(message -> {
                    assertThat(Contract.of(message.type()).faults(message.text()))
                            .as(message.type())
                            .isEmpty();
                    assertThat(Contract.faultsOfHeaders(message.headers())).as("headers").isEmpty();
                });
        assertThat(messages)
                .filteredOn(message -> message.type().equals("redress.escalation.raised.v1"))
                .extracting(message -> message.json().get("trigger").textValue())
                .contains("SEVERITY", "REOPENED");
        assertThat(messages)
                .as("readers order by the writer's version")
                .extracting(message -> message.json().get("version").longValue())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(messages)
                .extracting(message -> message.attribute("orgunit"))
                .containsOnly("hq/quality");
        assertThat(messages)
                .extracting(message -> message.attribute("subject"))
                .containsOnly(story.number());
    }

    @Test
    void an_event_tells_which_event_caused_it() {
        CaseStory story = CaseStory.assigned("LOW", "hq/quality");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(story.told()).contains("case.assigned"));

        assertThat(story.messages())
                .allSatisfy(message -> assertThat(message.attribute("causationid")).isNotEmpty());
    }

    private CaseStory aStoryInWhichEverythingHappens() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");
        IntStream.range(0, 40)
                .forEach(step -> {
                    clock.add(Duration.ofMinutes(5));
                    timer.fireDue();
                });
        CaseStory.with("wang.fang", "manager", "hq")
                .post("/api/v1/escalations/" + story.escalationId() + "/acknowledgment")
                .then()
                .statusCode(200);
        story.accept().statusCode(200);
        story.promise("RESOLUTION", clock.instant().plusSeconds(7200), "a spare part")
                .statusCode(200);
        story.note("NOTE").statusCode(200);
        story.note("FIRST_RESPONSE").statusCode(200);
        story.resolve().statusCode(200);
        story.satisfaction(1, "NOT_SATISFIED", 1);
        story.awaitStatus("ASSIGNED");
        story.as("lin.yu", "handler").post(story.path("acceptance")).then().statusCode(200);
        story.does("lin.yu", "handler", "hand-over", Map.of("to", "he.jing", "note", "yours"))
                .statusCode(200);
        story.does(
                        "he.jing",
                        "handler",
                        "non-agreement",
                        Map.of("explanation", "enough", "remedies", "12315"))
                .statusCode(200);
        story.does("wang.fang", "manager", "non-agreement/refusal", Map.of("reason", "more"))
                .statusCode(200);
        story.as("wang.fang", "manager")
                .body(Map.of("resolution", "We have refunded you."))
                .post(story.path("resolution"))
                .then()
                .statusCode(200);
        story.satisfaction(2, "SATISFIED", 1);
        story.awaitStatus("CLOSED");
        return story;
    }
}
