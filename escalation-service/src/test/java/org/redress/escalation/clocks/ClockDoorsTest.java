package org.redress.escalation.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.platform.due.DueLoop;
import org.threeten.extra.MutableClock;

@WithEscalation
class ClockDoorsTest {

    @Inject MutableClock clock;
    @Inject DueLoop timer;

    @Test
    void a_case_that_no_unit_receives_is_warned_of_then_breached_and_reaches_the_unit_head() {
        CaseStory story = CaseStory.assigned("MEDIUM", "hq/quality");

        deadlines(story)
                .forEach(deadline -> {
                    clock.setInstant(deadline);
                    timer.fireDue();
                });

        story.view()
                .then()
                .body(
                        "clocks.findAll { it.clock != 'TRIAGE' }.state",
                        everyItem(equalTo("BREACHED")))
                .body("escalations[0].trigger", equalTo("CLOCK_BREACH"))
                .body("escalations[0].clock", equalTo("UNIT_RECEIPT"))
                .body("escalations[0].pages[0].personId", equalTo("xu.qiang"));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    assertThat(story.told()).filteredOn("clock.warned"::equals).hasSize(4);
                    assertThat(story.told()).filteredOn("clock.breached"::equals).hasSize(4);
                });
    }

    private static Stream<Instant> deadlines(CaseStory story) {
        var clocks = story.view().jsonPath();
        return Stream.concat(
                        clocks.<String>getList("clocks.warnAt").stream(),
                        clocks.<String>getList("clocks.dueAt").stream())
                .map(Instant::parse)
                .sorted();
    }

    @Test
    void a_warning_reminds_the_duty_officer_and_once_it_is_accepted_the_handler() {
        CaseStory story = CaseStory.assigned("MEDIUM", "hq/quality");
        warn(story, "UNIT_RECEIPT");
        story.accept().statusCode(200);

        warn(story, "FIRST_RESPONSE");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(story.messages())
                                .filteredOn(
                                        message -> message.type().equals("redress.clock.warned.v1"))
                                .extracting(message -> message.json().path("reminds").asText())
                                .containsExactly("zhang.lei", "chen.wei"));
    }

    @Test
    void a_first_response_that_nobody_gives_reaches_the_unit_head() {
        CaseStory story = CaseStory.assigned("MEDIUM", "hq/quality");
        story.accept().statusCode(200);

        clock.setInstant(at(story, "FIRST_RESPONSE", "dueAt"));
        timer.fireDue();

        story.view()
                .then()
                .body("escalations[0].clock", equalTo("FIRST_RESPONSE"))
                .body("escalations[0].pages[0].personId", equalTo("xu.qiang"));
    }

    private void warn(CaseStory story, String name) {
        clock.setInstant(at(story, name, "warnAt"));
        timer.fireDue();
    }

    private static Instant at(CaseStory story, String name, String field) {
        return Instant.parse(
                story.view().path("clocks.find { it.clock == '%s' }.%s".formatted(name, field)));
    }

    @Test
    void a_breach_while_somebody_is_being_reached_raises_nothing_more() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");

        IntStream.range(0, 12)
                .forEach(minute -> {
                    clock.add(Duration.ofMinutes(1));
                    timer.fireDue();
                });

        story.view()
                .then()
                .body("clocks.find { it.clock == 'UNIT_RECEIPT' }.state", equalTo("BREACHED"))
                .body("escalations.trigger", equalTo(List.of("SEVERITY")));
    }

    @Test
    void what_the_customer_was_told_binds_and_stays_binding_when_the_case_is_judged_anew() {
        Instant told = clock.instant().plusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        CaseStory story = CaseStory.unknown();
        story.registerPromising(told, told.plusSeconds(60));

        story.assess(1, "MEDIUM", "hq/quality");
        story.awaitStatus("ASSIGNED");
        story.assess(2, "HIGH", "hq/logistics");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> story.view().then().body("ownerUnit", equalTo("hq/logistics")));

        story.view()
                .then()
                .body("clocks.find { it.clock == 'FIRST_RESPONSE' }.dueAt", equalTo(told + ""))
                .body("clocks.find { it.clock == 'FIRST_RESPONSE' }.binds", equalTo("PROMISE"))
                .body("clocks.findAll { it.clock == 'RESOLUTION' }", hasSize(1))
                .body(
                        "clocks.find { it.clock == 'RESOLUTION' }.promisedAt",
                        equalTo(told.plusSeconds(60) + ""))
                .body("clocks.find { it.clock == 'UNIT_RECEIPT' }.binds", equalTo("RULE"));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(story.messages())
                                .filteredOn(message ->
                                        message.type().equals("redress.clock.started.v1"))
                                .extracting(message -> message.json().get("binds").textValue())
                                .containsExactlyInAnyOrder("RULE", "PROMISE", "PROMISE", "RULE"));
    }

    @Test
    void what_is_done_too_late_before_the_timer_looked_is_breached_and_met() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");
        clock.add(Duration.ofMinutes(11));

        story.accept().statusCode(200);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(story.told())
                                .containsSubsequence(
                                        "case.progressed", "clock.breached", "clock.met"));
    }
}
