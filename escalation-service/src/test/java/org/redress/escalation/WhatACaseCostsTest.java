package org.redress.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.Mode;
import org.redress.escalation.cases.Priority;
import org.redress.escalation.cases.ResponseLevel;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.handling.HandlingDesk;
import org.redress.platform.due.DueLoop;
import org.redress.platform.testing.Statements;

/**
 * The statements that the database executes for cases: their number is what a case costs. A row of
 * a batch counts as one, whatever the trips.
 */
@WithEscalation
class WhatACaseCostsTest {

    private static final Duration BOUND = Duration.ofSeconds(20);

    private static final String OF_CASES =
            "handling|case_clock|escalation|alert|page|journal|parked|inbox|outbox|nextval";

    /** What recurs while nothing happens, and what moves events, is not the case's. */
    private static final Pattern RECURRING =
            Pattern.compile(
                    "from messaging|listen|in_clear is not|text is not null|order by parked_at",
                    Pattern.CASE_INSENSITIVE);

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Inject HandlingDesk desk;
    @Inject DueLoop timer;

    private Statements counted;
    private Jdbi observer;
    private int next = 100_000;

    @BeforeEach
    void nothing_has_been_counted() {
        counted = Statements.of(url);
        observer = Jdbi.create(url, "postgres", "postgres");
    }

    @Test
    void a_lone_emergency_is_known_timed_and_told_in_twelve_statements() {
        CaseStory story = CaseStory.unknown();

        story.register();
        awaitRows("handling", List.of(story));
        story.assess(1, "CRITICAL", "hq/quality");
        awaitRows("page join escalation on id = escalation_id", List.of(story));

        assertThat(executed()).as("%s", statements()).isLessThanOrEqualTo(12);
    }

    @Test
    void what_the_cases_of_a_batch_have_in_common_is_written_in_one_go() {
        List<CaseId> cases =
                Stream.generate(() -> new CaseId(UuidCreator.getTimeOrderedEpoch()))
                        .limit(64)
                        .toList();

        QuarkusTransaction.requiringNew().run(() -> cases.forEach(this::emergency));

        long executed = executed();
        QuarkusTransaction.requiringNew().run(() -> cases.forEach(this::withdraw));
        int openedHeldAndChanged = 3 * cases.size();
        assertThat(executed).isLessThan(openedHeldAndChanged + 12);
    }

    private void emergency(CaseId id) {
        desk.open(new CaseRef(id, new CaseNumber("C-19990101-" + next++), Mode.TEST));
        desk.assess(
                id,
                new Assessment(
                        1,
                        CaseClass.EMERGENCY,
                        "PRODUCT_SAFETY",
                        Severity.CRITICAL,
                        ResponseLevel.III,
                        Priority.P1,
                        Tier.T1,
                        new UnitPath("hq/quality")),
                Actor.rule("triage"));
    }

    /** Or the watch would hear of each of them when time is moved. */
    private void withdraw(CaseId id) {
        desk.withdraw(id, null, Actor.rule("triage"));
    }

    @Test
    void a_timer_with_nothing_to_do_asks_one_question_of_each_table() {
        timer.fireDue();
        nothing_has_been_counted();

        timer.fireDue();

        Map<String, Long> asked = counted.like("_at is not null");
        assertThat(asked).hasSize(4);
        assertThat(asked.values()).containsOnly(1L);
        assertThat(statements().keySet()).noneMatch(query -> query.startsWith("select id from"));
    }

    private void awaitRows(String table, List<CaseStory> stories) {
        String ids = String.join(",", stories.stream().map(CaseStory::id).toList());
        await().atMost(BOUND)
                .until(() ->
                        observer.withHandle(handle ->
                                handle.createQuery(
                                                "select count(*) = %d from %s where case_id = any('{%s}')"
                                                        .formatted(stories.size(), table, ids))
                                        .mapTo(Boolean.class)
                                        .one()));
    }

    private long executed() {
        return statements().values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> statements() {
        Map<String, Long> ofCases = counted.like(OF_CASES);
        ofCases.keySet().removeIf(RECURRING.asPredicate());
        return ofCases;
    }
}
