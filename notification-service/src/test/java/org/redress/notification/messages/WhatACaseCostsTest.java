package org.redress.notification.messages;

import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.redress.notification.Deliveries;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;
import org.redress.notification.cases.CaseJudged;
import org.redress.notification.cases.CaseKnown;
import org.redress.notification.cases.Cases;
import org.redress.notification.cases.Mode;
import org.redress.notification.cases.NewCase;
import org.redress.notification.cases.NewJudgment;
import org.redress.notification.cases.Origin;
import org.redress.notification.mails.Page;
import org.redress.notification.recipients.CustomerContact;
import org.redress.notification.recipients.Customers;
import org.redress.notification.recipients.Language;
import org.redress.platform.testing.Statements;

/** The statements that the database executes for cases, those that send their mails excepted. */
@WithNotification
class WhatACaseCostsTest {

    private static final String OF_CASES =
            "insert into (customer|customer_case|assessment|message) |set due_at|pg_advisory"
                    + "|^select.* from (message|customer|customer_case|assessment|attempt)\\M";

    private static final Origin EXERCISE = new Origin(Mode.TEST, "hq", null, null);

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Inject Customers customers;
    @Inject Cases cases;
    @Inject Event<CaseKnown> known;
    @Inject Event<CaseJudged> judged;
    @Inject Correspondence correspondence;

    @Test
    void a_lone_emergency_is_known_judged_and_written_about_by_seven_statements() {
        var executed = fewest(WhatACaseCostsTest::anEmergency);

        assertThat(sum(executed)).as("%s", executed).isEqualTo(7);
    }

    private static void anEmergency() {
        var story = Story.test().hasACustomer().isRegistered().isAssessed();
        Deliveries.await(story, "message.sent.v1", "CUSTOMER_ACKNOWLEDGMENT");
        story.pages("zhang.lei", "A");
        Deliveries.await(story, "message.sent.v1", "ESCALATION_PAGE");
    }

    @Test
    void many_emergencies_that_are_heard_of_together_cost_as_much_as_one() {
        var executed =
                fewest(() -> {
                    var ids = Stream.generate(UUID::randomUUID).limit(20).toList();
                    QuarkusTransaction.requiringNew().run(() -> ids.forEach(this::emergency));
                });

        assertThat(sum(executed)).as("%s", executed).isEqualTo(6);
    }

    private void emergency(UUID id) {
        var number = "C-19990101-" + id;
        var customer = Story.id();
        customers.remember(customer, new CustomerContact("Emma", Language.EN, null));
        cases.register(new NewCase(id, number, customer, Language.EN, null, List.of(), true));
        known.fire(new CaseKnown(id, number, 1, customer, EXERCISE));
        cases.assess(new NewJudgment(id, 1, "EMERGENCY", "hq", List.of(), List.of()));
        judged.fire(new CaseJudged(id));
        correspondence.call(
                EXERCISE,
                new CaseRef(id, number, 1),
                "zhang.lei",
                new Page(
                        Story.id(),
                        "hq",
                        "duty-officer",
                        "A",
                        1,
                        1,
                        "CRITICAL",
                        "PRODUCT_SAFETY",
                        "SEVERITY",
                        null,
                        null,
                        Instant.parse("2099-01-01T00:00:00Z"),
                        List.of()),
                Story.id());
    }

    /** What else goes on meanwhile is counted, too: the cheapest of three is what it costs. */
    private Map<String, Long> fewest(Runnable work) {
        return IntStream.range(0, 3)
                .<Map<String, Long>>mapToObj(_ -> {
                    var statements = Statements.of(url);
                    work.run();
                    return statements.like(OF_CASES);
                })
                .min(comparingLong(WhatACaseCostsTest::sum))
                .orElseThrow();
    }

    private static long sum(Map<String, Long> executed) {
        return executed.values().stream().mapToLong(Long::longValue).sum();
    }
}
