package org.redress.escalation.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.local.testing.SchemaExtremes;
import org.redress.local.testing.TestTopics;
import org.redress.platform.due.DueLoop;
import org.redress.platform.testing.Contract;

/** Whatever the contract lets others say, one field at its limit at a time, finds its case here. */
@WithEscalation
class EverythingAllowedIsStoredTest {

    @Inject Jdbi jdbi;
    @Inject DueLoop timer;

    @Test
    void every_registration_opens_its_case() {
        Map<UUID, String> cases = new LinkedHashMap<>();
        for (SchemaExtremes.Extreme extreme :
                SchemaExtremes.of("intake/case.registered.v1", "kettle")) {
            if (!extreme.field().equals("caseNumber")) {
                CaseStory story = CaseStory.unknown();
                say("redress.cases", "redress.case.registered.v1", story, extreme.payload());
                cases.put(UUID.fromString(story.id()), extreme.toString());
            }
        }

        awaitFor(cases, "select case_id from handling where case_id = any(?)");
    }

    @Test
    void how_a_case_came_and_where_it_happened_is_kept() {
        CaseStory story = CaseStory.unknown();
        ObjectNode queue = Contract.of("redress.case.registered.v1").example("outlet-queue");
        say("redress.cases", "redress.case.registered.v1", story, queue);

        UUID id = UUID.fromString(story.id());
        awaitFor(
                Map.of(id, "outlet-queue"),
                """
                select case_id from handling
                where case_id = any(?) and channel = 'WEB_PORTAL' and incident_unit = 'hq/outlets/east'
                """);
    }

    @Test
    void every_first_assessment_assigns_its_case() {
        Map<UUID, String> cases = new LinkedHashMap<>();
        for (SchemaExtremes.Extreme extreme :
                SchemaExtremes.of("triage/case.assessed.v1", "kettle")) {
            CaseStory story = CaseStory.unknown();
            story.register();
            ObjectNode payload = extreme.payload().put("revision", 1);
            say("redress.assessments", "redress.case.assessed.v1", story, payload);
            cases.put(UUID.fromString(story.id()), extreme.toString());
        }

        awaitFor(
                cases,
                "select case_id from handling where case_id = any(?) and status = 'ASSIGNED'");
    }

    @Test
    void every_withdrawal_closes_its_case() {
        Map<UUID, String> cases = new LinkedHashMap<>();
        for (SchemaExtremes.Extreme extreme :
                SchemaExtremes.of("intake/case.withdrawn.v1", "late-parcel")) {
            CaseStory story = CaseStory.unknown();
            story.register();
            say("redress.cases", "redress.case.withdrawn.v1", story, extreme.payload());
            cases.put(UUID.fromString(story.id()), extreme.toString());
        }

        awaitFor(
                cases, "select case_id from handling where case_id = any(?) and status = 'CLOSED'");
    }

    @Test
    void every_word_of_satisfaction_waits_for_its_resolution() {
        Map<UUID, String> cases = new LinkedHashMap<>();
        for (SchemaExtremes.Extreme extreme :
                SchemaExtremes.of("intake/case.satisfaction-recorded.v1", "kettle")) {
            CaseStory story = CaseStory.unknown();
            story.register();
            say("redress.cases", "redress.case.satisfaction-recorded.v1", story, extreme.payload());
            cases.put(UUID.fromString(story.id()), extreme.toString());
        }

        awaitFor(cases, "select case_id from parked_event where case_id = any(?)");
        jdbi.useHandle(handle ->
                handle.execute(
                        "delete from parked_event where case_id = any(?)",
                        (Object) cases.keySet().toArray(UUID[]::new)));
    }

    private static void say(String topic, String type, CaseStory story, ObjectNode payload) {
        payload.put("caseId", story.id()).put("caseNumber", story.number()).put("round", 1);
        TestTopics.publish(topic, story.id(), type, payload.toString());
    }

    private void awaitFor(Map<UUID, String> cases, String sql) {
        assertThat(cases).isNotEmpty();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> {
                    timer.fireDue();
                    Map<UUID, String> missing = new LinkedHashMap<>(cases);
                    found(sql, cases).forEach(missing::remove);
                    assertThat(missing.values()).isEmpty();
                });
    }

    private List<UUID> found(String sql, Map<UUID, String> cases) {
        return jdbi.withHandle(handle ->
                handle.createQuery(sql.replace("?", ":ids"))
                        .bindArray("ids", UUID.class, List.copyOf(cases.keySet()))
                        .mapTo(UUID.class)
                        .list());
    }
}
