package org.redress.escalation.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.Priority;
import org.redress.escalation.cases.ResponseLevel;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;
import org.redress.escalation.cases.UnitPath;

/** A case is judged and at once judged graver, both in one batch, which is one transaction. */
@WithEscalation
class TwoJudgementsAtOnceTest {

    @Inject HandlingDesk desk;

    private CaseStory story;

    @BeforeEach
    void a_case_is_judged_twice_in_one_transaction() {
        story = CaseStory.registered();
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    assess(1, Severity.LOW);
                    assess(2, Severity.CRITICAL);
                });
        await().atMost(Duration.ofSeconds(10))
                .until(() -> story.told().contains("escalation.raised"));
    }

    @Test
    void the_page_names_the_promise_that_counts_after_the_second() {
        List<String> running =
                story.view()
                        .jsonPath()
                        .getList("clocks.findAll { it.state == 'RUNNING' }.dueAt", String.class);

        assertThat(Instant.parse(last("escalation.raised").get("clockDueAt").textValue()))
                .isEqualTo(running.stream().map(Instant::parse).sorted().findFirst().orElseThrow());
    }

    @Test
    void what_is_told_is_numbered_from_the_first_to_the_last() {
        List<Long> numbers =
                story.messages().stream()
                        .map(message -> message.json().get("version").longValue())
                        .toList();

        assertThat(numbers).isSorted().doesNotHaveDuplicates().startsWith(1L);
    }

    private JsonNode last(String type) {
        return story.messages().stream()
                .filter(message -> message.type().contains(type))
                .toList()
                .getLast()
                .json();
    }

    private void assess(int revision, Severity severity) {
        desk.assess(
                new CaseId(UUID.fromString(story.id())),
                new Assessment(
                        revision,
                        CaseClass.EMERGENCY,
                        "PRODUCT_SAFETY",
                        severity,
                        ResponseLevel.III,
                        Priority.P1,
                        Tier.T1,
                        new UnitPath("hq/quality")),
                Actor.rule("triage"));
    }
}
