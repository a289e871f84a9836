package org.redress.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

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
import org.redress.platform.due.DueLoop;
import org.redress.platform.messaging.Inbox;
import org.redress.platform.testing.Statements;

/**
 * The statements that the database executes for cases: their number is what a case costs. A row of
 * a batch counts as one, whatever the trips.
 */
@WithEscalation
class WhatACaseCostsTest {

    private static final int CASES = 50;
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

    @ConfigProperty(name = "quarkus.datasource.keys.jdbc.url")
    String keysUrl;

    @Inject Inbox inbox;
    @Inject DueLoop timer;

    private Statements counted;
    private Jdbi observer;
    private Statements keys;

    @BeforeEach
    void nothing_has_been_counted() {
        counted = Statements.of(url);
        keys = Statements.of(keysUrl);
        observer = Jdbi.create(url, "postgres", "postgres");
    }

    /** Three of them are of the clock that runs until it is judged: added, read, met. */
    @Test
    void a_lone_emergency_is_known_timed_and_told_in_fifteen_statements() {
        CaseStory story = CaseStory.unknown();

        story.register();
        awaitRows("handling", List.of(story));
        story.assess(1, "CRITICAL", "hq/quality");
        awaitRows("page join escalation on id = escalation_id", List.of(story));

        assertThat(executed()).as("%s", statements()).isLessThanOrEqualTo(15);
    }

    @Test
    void what_is_told_of_many_cases_at_once_is_neither_read_nor_added_case_by_case() {
        OnePoll poll = new OnePoll();
        List<CaseStory> stories =
                Stream.generate(() -> CaseStory.toldBy(poll)).limit(CASES).toList();

        stories.forEach(CaseStory::register);
        nothingIsDoneCaseByCase(poll);
        stories.forEach(story -> story.assess(1, "CRITICAL", "hq/quality"));
        nothingIsDoneCaseByCase(poll);
        stories.forEach(CaseStory::withdraw);
        nothingIsDoneCaseByCase(poll);

        stories.forEach(story -> story.view().then().body("status", equalTo("CLOSED")));
    }

    /**
     * But for changes, which are one statement a row, though they go in one trip: a case has its
     * own row and four clocks.
     */
    private void nothingIsDoneCaseByCase(OnePoll poll) {
        nothing_has_been_counted();
        poll.applyBy(inbox);
        assertThat(statements())
                .isNotEmpty()
                .allSatisfy((query, calls) ->
                        assertThat(calls)
                                .as(query)
                                .isLessThan(query.startsWith("update") ? 5 * CASES : 10));
        assertThat(keys.count("subject_key")).isLessThanOrEqualTo(2);
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
