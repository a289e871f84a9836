package org.redress.notification.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.notification.messages.MessageState.BUNDLED;
import static org.redress.notification.messages.MessageState.FAILED;
import static org.redress.notification.messages.MessageState.QUEUED;
import static org.redress.notification.messages.MessageState.SENDING;
import static org.redress.notification.messages.MessageState.SENT;
import static org.redress.notification.messages.MessageState.SUPPRESSED;
import static org.redress.notification.messages.MessageState.WAITING;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.notification.Claimed;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;
import org.redress.notification.cases.CaseJudged;
import org.redress.notification.cases.Mode;
import org.redress.notification.channels.Outcome;
import org.redress.notification.mails.News;
import org.redress.notification.messages.CaseRef;
import org.redress.notification.messages.Correspondence;
import org.redress.notification.messages.Message;
import org.redress.notification.messages.MessageState;
import org.redress.notification.messages.PagedMessage.End;
import org.redress.notification.messages.Purpose;
import org.redress.notification.messages.Recipient;
import org.redress.notification.queue.RetryRule.Verdict;
import org.redress.notification.recipients.CustomerErased;

/**
 * Every state and whatever can happen to a message, in a database that forgets all of it. A state
 * that has no line stays.
 */
@WithNotification
class MessageStateTest {

    private static final Horizon.Look FROM_THE_START =
            Horizon.Look.fromTheStart(Purpose.LANES.size());
    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");
    private static final int ATTEMPT = 3;

    @Inject Jdbi jdbi;
    @Inject Queue queue;
    @Inject WaitingMessages waiting;
    @Inject Correspondence correspondence;
    @Inject Event<CaseJudged> judged;
    @Inject Event<CustomerErased> erased;
    @Inject Clock clock;

    private final UUID id = UUID.fromString(Story.id());
    private final UUID caseId = UUID.fromString(Story.id());
    private final String customerId = Story.id();
    private final String callId = Story.id();

    /** What happens, and the states that it changes. */
    @SuppressWarnings("ImmutableEnumChecker") // the maps are of Map.of, the lambdas hold nothing
    private enum Happening {
        CLAIM_OF_WHAT_IS_DUE(
                Map.of(QUEUED, SENDING, SENDING, SENDING),
                it -> it.queue.claim(10_000, FROM_THE_START, LATER, List.of())),
        CLAIM_WHILE_IT_IS_STILL_SENT_HERE(
                Map.of(), it -> it.queue.claim(10_000, FROM_THE_START, LATER, List.of(it.id))),
        ACCEPTED(
                Map.of(SENDING, SENT),
                it -> it.finish(ATTEMPT, new Outcome.Accepted("250"), new Verdict.Sent())),
        GIVEN_UP(
                Map.of(SENDING, FAILED),
                it -> it.finish(ATTEMPT, new Outcome.Refused("550"), new Verdict.GivenUp())),
        TO_BE_TRIED_AGAIN(
                Map.of(SENDING, QUEUED),
                it -> it.finish(ATTEMPT, new Outcome.Away("no answer"), new Verdict.Again(LATER))),
        UNNEEDED(
                Map.of(SENDING, SUPPRESSED),
                it ->
                        it.finish(
                                ATTEMPT,
                                new Outcome.Unneeded("TEST"),
                                new Verdict.Dropped("TEST"))),
        ACCEPTED_OF_A_SENDER_THAT_HAS_LOST_ITS_CLAIM(
                Map.of(),
                it -> it.finish(ATTEMPT - 1, new Outcome.Accepted("250"), new Verdict.Sent())),
        TAKEN_BY_SOMEBODY(
                Map.of(WAITING, SUPPRESSED, QUEUED, SUPPRESSED, BUNDLED, SUPPRESSED),
                it -> it.isTaken()),
        CALL_SETTLED(
                Map.of(WAITING, SUPPRESSED, QUEUED, SUPPRESSED, BUNDLED, SUPPRESSED),
                it -> it.correspondence.settled(it.callId, it.end(News.Outcome.CALMED))),
        ROUND_ENDED(
                Map.of(WAITING, SUPPRESSED, QUEUED, SUPPRESSED, BUNDLED, SUPPRESSED),
                it -> it.correspondence.close(it.caseId, 1, it.end(News.Outcome.CLOSED))),
        ANOTHER_ROUND_ENDED(
                Map.of(), it -> it.correspondence.close(it.caseId, 2, it.end(News.Outcome.CLOSED))),
        ALL_IT_WAITED_FOR_IS_HERE(Map.of(WAITING, QUEUED), it -> it.waiting.releaseOldest()),
        CUSTOMER_ERASED(
                Map.of(WAITING, SUPPRESSED, QUEUED, SUPPRESSED), it -> it.isErased(it.customerId)),
        ANOTHER_CUSTOMER_ERASED(Map.of(), it -> it.isErased(Story.id()));

        private final Map<MessageState, MessageState> moves;
        private final Consumer<MessageStateTest> befall;

        Happening(Map<MessageState, MessageState> moves, Consumer<MessageStateTest> befall) {
            this.moves = moves;
            this.befall = befall;
        }
    }

    @BeforeEach
    void nobodyElseSeesIt() {
        QuarkusTransaction.begin();
    }

    @AfterEach
    void nothingHasHappened() {
        QuarkusTransaction.rollback();
    }

    @ParameterizedTest
    @EnumSource
    void a_message_moves_only_as_the_table_says(Happening happening) {
        for (var from : MessageState.values()) {
            aMessageThatIs(from);

            // when
            happening.befall.accept(this);

            // then
            assertThat(state())
                    .describedAs("%s, %s", from, happening)
                    .isEqualTo(happening.moves.getOrDefault(from, from));
            QuarkusTransaction.rollback();
            QuarkusTransaction.begin();
        }
    }

    @Test
    void what_is_sent_while_its_call_ends_is_not_tried_again() {
        aMessageThatIs(SENDING);
        isTaken();

        // when
        finish(ATTEMPT, new Outcome.Away("no answer"), new Verdict.Again(LATER));

        // then
        assertThat(state()).isEqualTo(SUPPRESSED);
        assertThat(reason()).isEqualTo("ACKNOWLEDGED");
    }

    @Test
    void a_claim_that_has_not_run_out_is_nobody_elses() {
        aMessageThatIs(SENDING);
        has("claimed_until = ?", LATER);

        // when
        var claimed = queue.claim(10_000, FROM_THE_START, LATER, List.of());

        // then
        assertThat(claimed.messages()).extracting(Message::id).doesNotContain(id);
    }

    @Test
    void what_is_due_later_is_not_claimed() {
        aMessageThatIs(QUEUED);
        has("due_at = ?", LATER);

        // when
        var claimed = queue.claim(10_000, FROM_THE_START, LATER, List.of());

        // then
        assertThat(claimed.messages()).extracting(Message::id).doesNotContain(id);
    }

    @Test
    void an_acknowledgment_waits_a_moment_for_triage_and_not_longer_than_it_must() {
        // given
        aMessageThatIs(WAITING);
        isForTheCustomer();
        isA(Purpose.CUSTOMER_ACKNOWLEDGMENT);
        has("attempts = ?", 0);

        // when
        waiting.releaseOldest();

        // then
        assertThat(due()).isAfter(queued());

        // when
        isJudged();

        // then
        assertThat(due()).isBeforeOrEqualTo(clock.instant());
    }

    @Test
    void what_was_tried_already_is_not_hastened() {
        aMessageThatIs(QUEUED);
        isForTheCustomer();
        isA(Purpose.CUSTOMER_ACKNOWLEDGMENT);
        has("due_at = ?", LATER);

        // when
        isJudged();

        // then
        assertThat(due()).isEqualTo(LATER);
    }

    @Test
    void an_acknowledgment_of_a_case_that_triage_has_judged_waits_for_nothing() {
        // given
        aMessageThatIs(WAITING);
        isForTheCustomer();
        isA(Purpose.CUSTOMER_ACKNOWLEDGMENT);
        jdbi.useHandle(handle ->
                handle.execute(
                        "insert into assessment (case_id, revision, case_class, owner_unit)"
                                + " values (?, 1, 'COMPLAINT', 'hq')",
                        caseId));

        // when
        waiting.releaseOldest();

        // then
        assertThat(due()).isEqualTo(queued());
    }

    @Test
    void a_resolution_never_waits_for_triage() {
        // given
        aMessageThatIs(WAITING);
        isForTheCustomer();

        // when
        waiting.releaseOldest();

        // then
        assertThat(due()).isEqualTo(queued());
    }

    @Test
    void whose_customer_was_erased_is_not_sent_whenever_it_is_released() {
        // given
        aMessageThatIs(WAITING);
        isForTheCustomer();
        jdbi.useHandle(handle ->
                handle.execute(
                        "update customer set erased = true where customer_id = ?", customerId));

        // when
        waiting.releaseOldest();

        // then
        assertThat(state()).isEqualTo(SUPPRESSED);
        assertThat(reason()).isEqualTo("ERASED");
    }

    @Test
    void nothing_tells_how_often_an_erased_customer_was_written_to() {
        // given
        aMessageThatIs(SENT);
        has("address_mark = ?", new byte[] {1});

        // when
        isErased(customerId);

        // then
        assertThat(column("address_mark", byte[].class)).isNull();
    }

    private void isA(Purpose purpose) {
        has("purpose = ?", purpose.name());
    }

    private void has(String assignment, Object value) {
        jdbi.useHandle(handle ->
                handle.execute("update message set " + assignment + " where id = ?", value, id));
    }

    private void isTaken() {
        correspondence.taken(callId, "he.jing", "API", clock.instant());
    }

    private void isErased(String customer) {
        isForTheCustomer();
        erased.fire(new CustomerErased(customer));
    }

    private void isJudged() {
        judged.fire(new CaseJudged(caseId));
        waiting.flush();
    }

    private void finish(int attempt, Outcome outcome, Verdict verdict) {
        var message =
                Claimed.message(
                        id,
                        attempt,
                        Purpose.ESCALATION_PAGE,
                        Mode.REAL,
                        new CaseRef(caseId, "C-20261121-000420", 1),
                        new Recipient(Recipient.Kind.STAFF, "zhang.lei"));
        queue.finish(List.of(new Queue.Ended(message, outcome, verdict)));
    }

    private End end(News.Outcome outcome) {
        return new End(outcome, null, clock.instant());
    }

    private void aMessageThatIs(MessageState state) {
        jdbi.useHandle(handle -> {
            handle.execute("insert into customer (customer_id) values (?)", customerId);
            handle.execute(
                    """
                    insert into customer_case (case_id, case_number, customer_id, language, timetable)
                    values (?, 'C-20261121-000420', ?, 'en', '[]')
                    """,
                    caseId,
                    customerId);
            handle.execute(
                    """
                    insert into message (id, dedup_key, purpose, priority, state, mode, case_id,
                        case_number, round, recipient_kind, recipient_id, escalation_id, attempts,
                        created_at, queued_at, due_at, claimed_until)
                    values (?, ?, 'ESCALATION_PAGE', 0, ?, 'REAL', ?, 'C-20261121-000420', 1,
                        'STAFF', 'zhang.lei', ?, ?, now(), now(), '2026-01-01', '2026-01-01')
                    """,
                    id,
                    id.toString(),
                    state.name(),
                    caseId,
                    callId,
                    ATTEMPT);
        });
    }

    private void isForTheCustomer() {
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        update message set recipient_kind = 'CUSTOMER', recipient_id = ?,
                            purpose = 'CUSTOMER_RESOLUTION', priority = 2
                        where id = ?
                        """,
                        customerId,
                        id));
    }

    private MessageState state() {
        return column("state", MessageState.class);
    }

    private String reason() {
        return column("state_reason", String.class);
    }

    private Instant due() {
        return column("due_at", Instant.class);
    }

    private Instant queued() {
        return column("queued_at", Instant.class);
    }

    private <T> T column(String name, Class<T> type) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select " + name + " from message where id = :id")
                        .bind("id", id)
                        .mapTo(type)
                        .one());
    }
}
