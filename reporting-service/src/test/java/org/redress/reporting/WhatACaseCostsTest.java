package org.redress.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.platform.testing.Statements;
import org.redress.reporting.events.EventType;

/** The statements that the database executes for cases. */
@WithPlatform
class WhatACaseCostsTest {

    private static final String TAKEN_IN = "insert into (messaging.inbox|case_fact)|select fold";
    private static final String PUBLISHED = "insert into messaging.outbox|daily_(share|metric)";

    @Inject Deliveries deliveries;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private Statements statements;

    @BeforeEach
    void nothing_has_been_counted() {
        statements = Statements.of(url);
    }

    @Test
    void a_batch_of_many_new_cases_is_taken_in_by_two_statements() {
        var cases = Stream.generate(LiveCase::ofToday).limit(50).toList();

        deliveries.receive(cases.stream().flatMap(WhatACaseCostsTest::registered).toList());

        assertThat(statements.count(TAKEN_IN)).as("%s", statements.like(TAKEN_IN)).isEqualTo(2);
    }

    @Test
    void what_comes_later_of_a_case_is_not_read_for_first() {
        var customerCase = LiveCase.ofToday();

        deliveries.receive(registered(customerCase).toList());
        deliveries.receive(List.of(customerCase.consumed(EventType.CLOSED, "kettle", 9)));

        assertThat(statements.count(TAKEN_IN)).as("%s", statements.like(TAKEN_IN)).isEqualTo(4);
    }

    @Test
    void a_drill_is_published_without_a_look_at_metrics_that_do_not_count_it() {
        var drill = LiveCase.ofADrill(0);

        deliveries.receive(registered(drill).toList());
        drill.awaitFact(_ -> true);

        assertThat(statements.like(PUBLISHED))
                .hasSize(1)
                .allSatisfy((query, _) -> assertThat(query).contains("messaging.outbox"));
    }

    private static Stream<ConsumerRecord<String, byte[]>> registered(LiveCase customerCase) {
        return Stream.of(
                customerCase.consumed(EventType.REGISTERED, "kettle", 0),
                customerCase.consumed(EventType.ASSESSED, "kettle", 1),
                customerCase.consumed(EventType.ASSIGNED, "kettle", 2));
    }
}
