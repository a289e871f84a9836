package org.redress.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The statements that the database executes for cases: their number is what a case costs. A row of
 * a batch counts as one, whatever the trips.
 */
@WithEscalation
class WhatACaseCostsTest {

    private static final Duration BOUND = Duration.ofSeconds(20);

    /** What recurs while nothing happens, and what moves events, is not the case's. */
    private static final String OF_CASES =
            """
            select calls, query from pg_stat_statements
            where userid = (select oid from pg_roles where rolname = 'escalation')
              and query ~* 'handling|case_clock|escalation|page|journal|parked|inbox|outbox|nextval'
              and query !~* 'from messaging|listen|in_clear is not|text is not null|order by parked_at'
            order by query
            """;

    /** How often a statement was executed. */
    public record Executed(long calls, String query) {}

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private Jdbi observer;

    @BeforeEach
    void nothing_has_been_counted() {
        observer = Jdbi.create(url, "postgres", "postgres");
        observer.useHandle(handle -> {
            handle.execute("create extension if not exists pg_stat_statements");
            handle.execute("select pg_stat_statements_reset()");
        });
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
    void of_many_at_once_each_costs_no_more_than_a_lone_one() {
        List<CaseStory> stories = Stream.generate(CaseStory::unknown).limit(50).toList();

        stories.forEach(CaseStory::register);
        awaitRows("handling", stories);
        stories.forEach(story -> story.assess(1, "CRITICAL", "hq/quality"));
        awaitRows("page join escalation on id = escalation_id", stories);

        assertThat(executed()).as("%s", statements()).isLessThanOrEqualTo(12 * 50);
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
        return statements().stream().mapToLong(Executed::calls).sum();
    }

    private List<Executed> statements() {
        return observer.withHandle(handle ->
                handle.createQuery(OF_CASES.replace("?", "??"))
                        .map(ConstructorMapper.of(Executed.class))
                        .list());
    }
}
