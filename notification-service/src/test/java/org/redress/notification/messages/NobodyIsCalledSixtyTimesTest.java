package org.redress.notification.messages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.notification.Deliveries;
import org.redress.notification.Post;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;
import org.redress.notification.cases.Cases;
import org.redress.notification.cases.Mode;
import org.redress.notification.cases.Origin;
import org.redress.notification.mails.Page;
import org.threeten.extra.MutableClock;

/** A night's worth of calls to one person (ADR 19). */
@WithNotification
class NobodyIsCalledSixtyTimesTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final String MANAGER = "cao.jun";

    @Inject Jdbi jdbi;
    @Inject MessageRows rows;
    @Inject Patience patience;
    @Inject Event<MessageParked> parked;
    @Inject Cases cases;
    @Inject Event<DeliveryEvent> delivery;
    @Inject TransactionSynchronizationRegistry transaction;

    private final MutableClock clock =
            MutableClock.of(Instant.parse("2031-03-01T06:00:00Z"), ZoneOffset.UTC);

    @AfterEach
    void nobody_was_called() {
        if (QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE) {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void of_sixty_high_cases_one_comes_at_once_and_the_rest_in_one_mail_when_the_minute_is_over() {
        QuarkusTransaction.begin();

        called(60, "HIGH");

        assertThat(due()).containsExactly("ESCALATION_PAGE");
        clock.add(A_MINUTE.minusSeconds(1));
        assertThat(due()).isEmpty();
        clock.add(Duration.ofSeconds(1));
        assertThat(due()).containsExactly("PAGE_BUNDLE");
        assertThat(taken(bundles().getFirst())).hasSize(59);
    }

    @Test
    void it_goes_on_with_one_mail_a_minute_and_nobody_is_left_out() {
        QuarkusTransaction.begin();
        var named = new ArrayList<UUID>();
        int mails = 0;

        for (int second = 0; second < 300; second++) {
            if (second < 240) {
                called(1, second % 2 == 0 ? "HIGH" : "MEDIUM");
            }
            var due = due();
            assertThat(due).hasSizeLessThanOrEqualTo(1);
            mails += due.size();
            if (due.equals(List.of("PAGE_BUNDLE"))) {
                named.addAll(ids(taken(bundles().getLast())));
            }
            clock.add(Duration.ofSeconds(1));
        }

        assertThat(mails).isEqualTo(5);
        assertThat(named).hasSize(239).doesNotHaveDuplicates();
        assertThat(states("BUNDLED")).isZero();
    }

    @Test
    void critical_ones_come_at_once_and_keep_nothing_else_waiting() {
        QuarkusTransaction.begin();

        called(5, "CRITICAL");
        assertThat(due()).hasSize(5).containsOnly("ESCALATION_PAGE");
        called(1, "HIGH");
        assertThat(due()).containsExactly("ESCALATION_PAGE");
        called(2, "HIGH");
        called(3, "CRITICAL");
        assertThat(due()).hasSize(3).containsOnly("ESCALATION_PAGE");
    }

    @Test
    void the_gravest_stand_first_and_what_was_taken_meanwhile_is_not_among_them() {
        QuarkusTransaction.begin();
        called(1, "HIGH");
        due();
        var low = called(1, "LOW").getFirst();
        var taken = called(1, "HIGH").getFirst();
        var high = called(1, "HIGH").getFirst();

        calls().take(taken, "he.jing", "API", clock.instant());
        clock.add(A_MINUTE);
        due();

        assertThat(taken(bundles().getFirst()))
                .extracting(Message::callId)
                .containsExactly(high, low);
    }

    @Test
    void a_sender_that_dies_with_a_bundle_leaves_it_to_the_next_who_sends_the_same() {
        QuarkusTransaction.begin();
        called(4, "HIGH");
        due();
        clock.add(A_MINUTE);
        due();
        var bundle = bundles().getFirst();
        var before = ids(taken(bundle));

        var again = taken(bundle);
        assertThat(ids(again)).isEqualTo(before).hasSize(3);
        calls().take(String.valueOf(again.getFirst().callId()), "he.jing", "API", clock.instant());

        var ended = service().end(bundle, MessageState.BUNDLED, null, "UNREACHABLE", "no answer");
        assertThat(ended).hasSize(3);
        assertThat(states("BUNDLED")).isEqualTo(2);
        assertThat(ids(taken(bundle))).isEqualTo(before.subList(1, 3));
        assertThat(service().end(bundle, MessageState.SENT, null, "ACCEPTED", "250")).hasSize(2);
        assertThat(states("BUNDLED")).isZero();
        assertThat(states("SENDING")).as("the first, which rode alone").isOne();
    }

    @Test
    void one_mail_names_each_case_and_takes_one_or_all_and_what_became_of_it_is_told_of_each() {
        var address = MANAGER + "@redress.example";
        var first = Story.doubleCharge();
        first.calls(MANAGER, "HIGH");
        Post.awaitTo(address, first);
        var rest = Stream.generate(Story::doubleCharge).limit(3).toList();
        var pages = rest.stream().map(story -> story.calls(MANAGER, "HIGH")).toList();
        await().until(() -> states("BUNDLED") == 3);

        // when the minute is over
        jdbi.useHandle(handle ->
                handle.execute(
                        "update message set due_at = now() where purpose = 'PAGE_BUNDLE' and state = 'QUEUED'"));

        // then
        var mail = Post.awaitNaming(address, rest.getFirst());
        assertThat(rest).allSatisfy(story -> assertThat(mail.text()).contains(story.caseNumber));
        assertThat(mail.urgent()).isTrue();
        pages.forEach(page -> await().until(() -> Deliveries.endsOf(page).equals(List.of("sent"))));

        // when one is taken by its link, and then all
        var tokens = mail.tokens();
        assertThat(tokens).hasSize(4);
        given().accept("text/html").post("/a/" + tokens.get(1)).then().statusCode(200);
        assertThat(ends(tokens.getFirst())).containsExactlyInAnyOrder("TAKEN", "OPEN", "OPEN");
        var page = given().accept("text/html").post("/a/" + tokens.getFirst());

        // then
        page.then().statusCode(200);
        assertThat(ends(tokens.getFirst())).containsOnly("TAKEN");
        assertThat(rest)
                .allSatisfy(story ->
                        assertThat(Deliveries.count(story, "message.acknowledged.v1")).isOne());
    }

    private static List<String> ends(String token) {
        return given().accept("application/json").get("/a/" + token).jsonPath().getList("state");
    }

    private List<String> called(int times, String severity) {
        var messages = messages();
        var calls = IntStream.range(0, times).mapToObj(_ -> Story.id()).toList();
        calls.forEach(call ->
                new Correspondence(messages, calls(), cases)
                        .call(
                                new Origin(Mode.REAL, "hq/food-safety", null, null),
                                new CaseRef(UUID.randomUUID(), "C-20261121-000420", 1),
                                MANAGER,
                                page(severity),
                                call));
        messages.flush();
        return calls;
    }

    private Page page(String severity) {
        return new Page(
                Story.id(),
                "hq/food-safety",
                "unit-head",
                "A",
                1,
                1,
                severity,
                "FOOD_SAFETY",
                "SEVERITY",
                null,
                null,
                clock.instant().plusSeconds(300),
                List.of());
    }

    private NewMessages messages() {
        return new NewMessages(
                jdbi, rows, clock, patience, parked, cases, delivery, pagers(), transaction);
    }

    private Pagers pagers() {
        return new Pagers(jdbi, A_MINUTE);
    }

    private Calls calls() {
        return new Calls(jdbi, messages(), rows, clock);
    }

    private Bundles service() {
        return new Bundles(jdbi, pagers(), rows, clock);
    }

    private List<Message> taken(Message bundle) {
        return service().take(bundle);
    }

    /** What goes out now, by purpose. */
    private List<String> due() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                update message set state = 'SENDING', attempts = 1
                                where recipient_id = :person and state = 'QUEUED' and due_at <= :now
                                returning purpose
                                """)
                        .bind("person", MANAGER)
                        .bind("now", clock.instant())
                        .mapTo(String.class)
                        .list());
    }

    /** The bundles that go out at this moment, as their sender has them. */
    private List<Message> bundles() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select * from message where recipient_id = ? and purpose = 'PAGE_BUNDLE' and state in ('QUEUED', 'SENDING') order by id")
                        .bind(0, MANAGER)
                        .map((row, _) -> rows.alone(row))
                        .list());
    }

    private static List<UUID> ids(List<Message> messages) {
        return messages.stream().map(Message::id).toList();
    }

    private long states(String state) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select count(*) from message where recipient_id = ? and state = ? and purpose = 'ESCALATION_PAGE'")
                        .bind(0, MANAGER)
                        .bind(1, state)
                        .mapTo(long.class)
                        .one());
    }
}
