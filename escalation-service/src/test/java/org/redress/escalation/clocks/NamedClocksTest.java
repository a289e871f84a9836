package org.redress.escalation.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.escalation.cases.ACase;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.UnitPath;
import org.redress.platform.due.DueLoop;
import org.threeten.extra.MutableClock;

/** Requirements 1.8: each named clock begins, begins anew and is kept as it says. */
@WithEscalation
class NamedClocksTest {

    private static final Actor LEAD = Actor.rule("lead");

    @Inject MutableClock clock;
    @Inject DueLoop timer;
    @Inject Clocks clocks;

    /** TR-07: whoever judges, or nobody; triage says nothing in this test. */
    @Test
    void a_case_that_nobody_judges_in_time_reaches_the_reception_until_it_is_judged() {
        CaseStory story = CaseStory.registered();
        story.view()
                .then()
                .body(states("TRIAGE"), contains("RUNNING"))
                .body("nextDueClock", equalTo("TRIAGE"));

        clock.add(Duration.ofMinutes(15));
        timer.fireDue();

        story.view()
                .then()
                .body(states("TRIAGE"), contains("BREACHED"))
                .body("escalations[0].trigger", equalTo("CLOCK_BREACH"))
                .body("escalations[0].clock", equalTo("TRIAGE"));
        assertThat(story.paged()).containsExactly("zhou.jie");
        story.assess(1, "LOW", "hq/quality");
        story.awaitStatus("ASSIGNED");
        story.view()
                .then()
                .body(states("TRIAGE"), contains("MET"))
                .body("nextDueClock", equalTo("UNIT_RECEIPT"))
                .body("escalations.state", contains("ENDED"));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(told(story, "TRIAGE"))
                                .containsExactly("clock.breached", "clock.met"));
    }

    /** The reception is not told of what became urgent: those who have it now are. */
    @Test
    void what_is_judged_too_late_and_urgent_reaches_its_unit_instead() {
        CaseStory story = CaseStory.registered();
        clock.add(Duration.ofMinutes(15));
        timer.fireDue();

        story.assess(1, "CRITICAL", "hq/quality");
        story.awaitStatus("ASSIGNED");

        story.view()
                .then()
                .body("escalations.state", contains("ENDED", "RUNNING"))
                .body("escalations[1].trigger", equalTo("SEVERITY"));
    }

    /** IN-12: an answer, another promise and a talk each begin the silence anew. */
    @Test
    void the_silence_towards_the_customer_is_counted_from_the_last_word() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");
        story.accept().statusCode(200);
        clock.add(Duration.ofHours(1));
        story.note("NOTE").statusCode(200);
        story.view().then().body(states("KEEP_INFORMED"), contains("RUNNING"));

        story.note("FIRST_RESPONSE").statusCode(200);
        clock.add(Duration.ofHours(1));
        story.contact();
        Instant talked = clock.instant();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        story.view()
                                .then()
                                .body(states("KEEP_INFORMED"), contains("MET", "MET", "RUNNING")));
        clock.add(Duration.ofMinutes(100));
        timer.fireDue();
        clock.add(Duration.ofMinutes(20));
        timer.fireDue();

        story.view()
                .then()
                .body(states("KEEP_INFORMED"), contains("MET", "MET", "BREACHED"))
                .body(
                        "clocks.findAll { it.clock == 'KEEP_INFORMED' }[2].dueAt",
                        equalTo(talked.plus(Duration.ofHours(2)).toString()));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(told(story, "KEEP_INFORMED"))
                                .as("that it is kept is the everyday")
                                .containsExactly("clock.warned", "clock.breached"));
    }

    /** IN-19: the customer is asked in time; whoever forgets is reminded, nobody is woken. */
    @Test
    void what_the_customer_says_of_the_resolution_is_asked_in_time() {
        CaseStory story = CaseStory.resolved("CRITICAL", "hq/quality");
        int pages = story.paged().size();
        story.view().then().body(states("SATISFACTION_CALLBACK"), contains("RUNNING"));

        clock.add(Duration.ofDays(5));
        timer.fireDue();
        story.view().then().body(states("SATISFACTION_CALLBACK"), contains("BREACHED"));
        assertThat(story.paged()).hasSize(pages);
        story.satisfaction(1, "SATISFIED", 1);
        story.awaitStatus("CLOSED");

        story.view().then().body(states("SATISFACTION_CALLBACK"), contains("MET"));
    }

    /** IN-15. */
    @Test
    void a_suggestion_is_answered_in_time_and_a_complaint_is_no_suggestion() {
        CaseStory suggestion = CaseStory.judged("SUGGESTION", "P3", "LOW", "hq/quality");
        suggestion.accept().statusCode(200);
        suggestion.view().then().body(states("SUGGESTION_FEEDBACK"), contains("RUNNING"));

        suggestion
                .does(
                        "chen.wei",
                        "handler",
                        "answer",
                        Map.of("answer", "Thank you.", "adopted", true))
                .statusCode(200)
                .body(states("SUGGESTION_FEEDBACK"), contains("MET"))
                .body(states("SATISFACTION_CALLBACK"), empty());
        CaseStory.judged("COMPLAINT", "P3", "LOW", "hq/quality")
                .view()
                .then()
                .body(states("SUGGESTION_FEEDBACK"), empty());
    }

    /** ES-02: what each unit that has a part in the case owes the unit that has it. */
    @Test
    void units_that_have_a_part_in_a_case_have_a_clock_each() {
        CaseStory story = CaseStory.assigned("LOW", "hq/quality");
        story.accept().statusCode(200);
        CaseFacts facts = facts(story);
        begin(facts.in(unit("hq/legal")), "legal", clock.instant());
        ClockView logistics = begin(facts.in(unit("hq/logistics")), "logistics", clock.instant());
        begin(facts.in(unit("hq/finance")), "finance", clock.instant());
        assertThat(begin(facts.in(unit("hq/logistics")), "logistics", clock.instant()))
                .as("the same again goes on")
                .isEqualTo(logistics);

        QuarkusTransaction.requiringNew()
                .run(() ->
                        clocks.meet(
                                facts.ref().id(),
                                ClockName.UNIT_ANSWER,
                                "legal",
                                LEAD,
                                clock.instant()));
        clock.add(Duration.ofDays(5));
        timer.fireDue();

        story.view()
                .then()
                .body(ofUnit("hq/legal"), equalTo("MET"))
                .body(ofUnit("hq/logistics"), equalTo("BREACHED"))
                .body(ofUnit("hq/finance"), equalTo("BREACHED"));
        QuarkusTransaction.requiringNew()
                .run(() ->
                        clocks.end(
                                facts.ref().id(),
                                ClockName.UNIT_ANSWER,
                                "finance",
                                clock.instant()));
        story.resolve().statusCode(200);
        assertThat(open(facts.ref().id(), ClockName.UNIT_ANSWER)).isEmpty();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(story.messages())
                                .filteredOn(message ->
                                        message.text().contains("\"reference\":\"logistics\""))
                                .extracting(message -> message.attribute("orgunit"))
                                .isNotEmpty()
                                .containsOnly("hq/logistics"));
    }

    /** National Day 2026 is off from 1 to 7 October; 10 October, a Saturday, is worked. */
    @Test
    void a_running_clock_knows_holidays_and_make_up_days() {
        CaseStory story = CaseStory.assigned("LOW", "hq/quality");
        CaseFacts facts = facts(story);

        ClockView before = begin(facts, "eve", Instant.parse("2026-09-30T09:30:00Z"));
        ClockView after = begin(facts, "friday", Instant.parse("2026-10-09T09:30:00Z"));
        List<String> why =
                clocks.explain(before.clockId()).orElseThrow().sentences().stream()
                        .map(sentence -> sentence.en())
                        .toList();
        QuarkusTransaction.requiringNew()
                .run(() -> clocks.endAll(facts.ref().id(), clock.instant()));

        assertThat(before.dueAt()).isEqualTo("2026-10-08T09:30:00Z");
        assertThat(after.dueAt()).isEqualTo("2026-10-10T09:30:00Z");
        assertThat(why).anyMatch(sentence -> sentence.contains("2026-10-08"));
        assertThat(why).noneMatch(sentence -> sentence.contains("2026-10-05"));
    }

    private ClockView begin(CaseFacts facts, String reference, Instant at) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        clocks.start(ClockName.UNIT_ANSWER, facts, reference, at).orElseThrow());
    }

    private List<ClockView> open(CaseId id, ClockName name) {
        return clocks.of(id).stream()
                .filter(one -> one.clock() == name && one.stoppedAt() == null)
                .toList();
    }

    private static CaseFacts facts(CaseStory story) {
        return ACase.ordinary()
                .facts(new CaseId(UUID.fromString(story.id())), new CaseNumber(story.number()));
    }

    private static UnitPath unit(String path) {
        return new UnitPath(path);
    }

    private static List<String> told(CaseStory story, String name) {
        return story.messages().stream()
                .filter(message -> message.type().startsWith("redress.clock."))
                .filter(message -> message.json().path("clock").asText().equals(name))
                .map(message -> message.type().replaceFirst("redress\\.(.*)\\.v1", "$1"))
                .toList();
    }

    private static String states(String name) {
        return "clocks.findAll { it.clock == '%s' }.state".formatted(name);
    }

    private static String ofUnit(String unit) {
        return "clocks.find { it.clock == 'UNIT_ANSWER' && it.unit == '%s' }.state".formatted(unit);
    }
}
