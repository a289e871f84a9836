package org.redress.notification.queue;

import static io.restassured.RestAssured.given;
import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestIssuer;
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
import org.redress.notification.messages.CaseRef;
import org.redress.notification.messages.Correspondence;
import org.redress.notification.messages.Message;
import org.redress.notification.messages.NewMessages;
import org.redress.notification.messages.Purpose;
import org.redress.notification.recipients.CustomerContact;
import org.redress.notification.recipients.Customers;
import org.redress.notification.recipients.Language;
import org.redress.notification.writing.Author;
import org.redress.notification.writing.Writing;
import org.redress.platform.testing.Statements;
import org.redress.platform.vault.Vault;

/** The statements that the databases execute for cases and their mails. */
@WithNotification
class WhatACaseCostsTest {

    private static final String OF_CASES =
            "insert into (customer|customer_case|assessment|message) |set due_at|pg_advisory"
                    + "|^select.* from (message|customer|customer_case|assessment|attempt)\\M";

    private static final Origin EXERCISE = new Origin(Mode.TEST, "hq", null, null);
    private static final Origin REAL = new Origin(Mode.REAL, "hq", null, null);
    private static final Horizon.Look FROM_THE_START =
            Horizon.Look.fromTheStart(Purpose.LANES.size());
    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.keys.jdbc.url")
    String urlOfKeys;

    @ConfigProperty(name = "vault.master-key")
    String masterKey;

    @Inject
    @DataSource("keys")
    AgroalDataSource keys;

    @Inject Jdbi jdbi;
    @Inject Queue queue;
    @Inject Author author;
    @Inject NewMessages messages;
    @Inject WaitingMessages waiting;
    @Inject Customers customers;
    @Inject Cases cases;
    @Inject Event<CaseKnown> known;
    @Inject Event<CaseJudged> judged;
    @Inject Correspondence correspondence;

    @Test
    void a_lone_emergency_is_known_judged_and_written_about_by_seven_statements() {
        var executed = fewest(OF_CASES, WhatACaseCostsTest::anEmergency);

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
                fewest(
                        OF_CASES,
                        () -> {
                            var ids = Stream.generate(UUID::randomUUID).limit(20).toList();
                            QuarkusTransaction.requiringNew()
                                    .run(() -> ids.forEach(this::emergency));
                        });

        assertThat(sum(executed)).as("%s", executed).isEqualTo(6);
    }

    private void emergency(UUID id) {
        var number = "C-19990101-" + id;
        isWrittenToTheCustomer(id, EXERCISE);
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

    private void isWrittenToTheCustomer(UUID id, Origin origin) {
        var number = "C-19990101-" + id;
        var customer = Story.id();
        var contact = new CustomerContact("Emma", Language.EN, id + "@example.com");
        customers.remember(customer, contact);
        cases.register(new NewCase(id, number, customer, Language.EN, null, List.of(), true));
        known.fire(new CaseKnown(id, number, 1, customer, origin));
        cases.assess(new NewJudgment(id, 1, "EMERGENCY", "hq", List.of(), List.of()));
        judged.fire(new CaseJudged(id));
    }

    @Test
    void the_mails_of_one_claim_are_opened_by_one_statement_and_counted_by_two() {
        QuarkusTransaction.begin();
        try {
            // given
            var ids = Stream.generate(UUID::randomUUID).limit(8).toList();
            ids.forEach(id -> isWrittenToTheCustomer(id, REAL));
            messages.flush();
            waiting.flush();
            var claimed = queue.claim(1_000, FROM_THE_START, LATER, List.of()).messages();
            var mails = claimed.stream().filter(mail -> isAbout(ids, mail)).toList();
            nothingIsAtHand();
            var opening = Statements.of(urlOfKeys);
            var counting = Statements.of(url);

            // when
            var writing = author.together(mails);
            mails.stream().map(writing).forEach(WhatACaseCostsTest::isWritten);

            // then
            assertThat(mails).hasSize(8);
            assertThat(opening.count("from subject_key")).isEqualTo(1);
            assertThat(counting.count("address_mark|hashtextextended\\(mark")).isEqualTo(2);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static boolean isAbout(List<UUID> cases, Message mail) {
        return mail.about() != null && cases.contains(mail.about().id());
    }

    private static void isWritten(Writing writing) {
        assertThat(writing).isInstanceOf(Writing.Written.class);
    }

    private void nothingIsAtHand() {
        QuarkusMock.installMockForType(Vault.over(keys, "1", masterKey, Map.of()), Vault.class);
    }

    @Test
    void a_list_of_what_a_customer_was_sent_is_read_by_one_statement() {
        var story = Story.kettle().hasACustomer().isRegistered();
        Deliveries.await(story, "message.sent.v1", "CUSTOMER_ACKNOWLEDGMENT");
        wasSent(story, 40);

        var executed =
                fewest(
                        "^select.*\\sfrom (message|customer)\\M",
                        () ->
                                given().auth()
                                        .oauth2(
                                                TestIssuer.token(
                                                        "wang.fang", Set.of("handler"), "hq"))
                                        .queryParam("caseNumber", story.caseNumber)
                                        .get("/api/v1/messages")
                                        .then()
                                        .body("items.recipient.address", hasSize(41))
                                        .body(
                                                "items.recipient.address",
                                                everyItem(equalTo("c***@example.com"))));

        assertThat(sum(executed)).as("%s", executed).isEqualTo(1);
    }

    private void wasSent(Story story, int mails) {
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        insert into message (id, dedup_key, purpose, priority, state, mode,
                            org_unit, case_id, case_number, round, recipient_kind, recipient_id,
                            created_at)
                        select gen_random_uuid(), 'sent:' || ? || n, 'CUSTOMER_RESOLUTION', 2, 'SENT',
                            'REAL', 'hq', ?, ?, n, 'CUSTOMER', ?, now()
                        from generate_series(1, ?) n
                        """,
                        story.caseId,
                        UUID.fromString(story.caseId),
                        story.caseNumber,
                        story.customerId,
                        mails));
    }

    /** What else goes on meanwhile is counted, too: the cheapest of three is what it costs. */
    private Map<String, Long> fewest(String pattern, Runnable work) {
        return IntStream.range(0, 3)
                .<Map<String, Long>>mapToObj(_ -> {
                    var statements = Statements.of(url);
                    work.run();
                    return statements.like(pattern);
                })
                .min(comparingLong(WhatACaseCostsTest::sum))
                .orElseThrow();
    }

    private static long sum(Map<String, Long> executed) {
        return executed.values().stream().mapToLong(Long::longValue).sum();
    }
}
