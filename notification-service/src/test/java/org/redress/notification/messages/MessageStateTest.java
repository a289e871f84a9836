package org.redress.notification.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.notification.messages.MessageState.FAILED;
import static org.redress.notification.messages.MessageState.QUEUED;
import static org.redress.notification.messages.MessageState.SENDING;
import static org.redress.notification.messages.MessageState.SENT;
import static org.redress.notification.messages.MessageState.SUPPRESSED;
import static org.redress.notification.messages.MessageState.WAITING;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;
import org.redress.notification.cases.CaseJudged;
import org.redress.notification.cases.Mode;
import org.redress.notification.cases.Origin;
import org.redress.notification.channels.Outcome;
import org.redress.notification.mails.News;
import org.redress.notification.messages.PagedMessage.End;
import org.redress.notification.messages.RetryRule.Verdict;
import org.redress.notification.recipients.CustomerErased;

/**
 * Every state and whatever can happen to a message, in a database that forgets all of it. A state
 * that has no line stays.
 */
@WithNotification
class MessageStateTest {

    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");
    private static final int ATTEMPT = 3;

    @Inject Jdbi jdbi;
    @Inject Queue queue;
    @Inject Messages messages;
    @Inject Calls calls;
    @Inject Clock clock;

    private final UUID id = UUID.fromString(Story.id());
    private final UUID caseId = UUID.fromString(Story.id());
    private final String customerId = Story.id();
    private final String callId = Story.id();

    /** What happens, and the states that it changes. */
    private enum Happening {
        CLAIM_OF_WHAT_IS_DUE(Map.of(QUEUED, SENDING, SENDING, SENDING)) {
            @Override
            void befall(MessageStateTest it) {
                it.queue.claim(10_000, LATER, List.of());
            }
        },
        CLAIM_WHILE_IT_IS_STILL_SENT_HERE(Map.of()) {
            @Override
            void befall(MessageStateTest it) {
                it.queue.claim(10_000, LATER, List.of(it.id));
            }
        },
        ACCEPTED(Map.of(SENDING, SENT)) {
            @Override
            void befall(MessageStateTest it) {
                it.finish(ATTEMPT, new Outcome.Accepted("250"), new Verdict.Sent());
            }
        },
        GIVEN_UP(Map.of(SENDING, FAILED)) {
            @Override
            void befall(MessageStateTest it) {
                it.finish(ATTEMPT, new Outcome.Refused("550"), new Verdict.GivenUp());
            }
        },
        TO_BE_TRIED_AGAIN(Map.of(SENDING, QUEUED)) {
            @Override
            void befall(MessageStateTest it) {
                it.finish(ATTEMPT, new Outcome.Away("no answer"), new Verdict.Again(LATER));
            }
        },
        UNNEEDED(Map.of(SENDING, SUPPRESSED)) {
            @Override
            void befall(MessageStateTest it) {
                it.finish(ATTEMPT, new Outcome.Unneeded("TEST"), new Verdict.Dropped("TEST"));
            }
        },
        ACCEPTED_OF_A_SENDER_THAT_HAS_LOST_ITS_CLAIM(Map.of()) {
            @Override
            void befall(MessageStateTest it) {
                it.finish(ATTEMPT - 1, new Outcome.Accepted("250"), new Verdict.Sent());
            }
        },
        TAKEN_BY_SOMEBODY(Map.of(WAITING, SUPPRESSED, QUEUED, SUPPRESSED)) {
            @Override
            void befall(MessageStateTest it) {
                it.calls.take(it.callId, "he.jing", "API", it.clock.instant());
            }
        },
        CALL_SETTLED(Map.of(WAITING, SUPPRESSED, QUEUED, SUPPRESSED)) {
            @Override
            void befall(MessageStateTest it) {
                it.calls.settle(it.callId, it.end(News.Outcome.CALMED));
            }
        },
        ROUND_ENDED(Map.of(WAITING, SUPPRESSED, QUEUED, SUPPRESSED)) {
            @Override
            void befall(MessageStateTest it) {
                it.calls.endRound(it.caseId, 1, it.end(News.Outcome.CLOSED));
            }
        },
        ANOTHER_ROUND_ENDED(Map.of()) {
            @Override
            void befall(MessageStateTest it) {
                it.calls.endRound(it.caseId, 2, it.end(News.Outcome.CLOSED));
            }
        },
        ALL_IT_WAITED_FOR_IS_HERE(Map.of(WAITING, QUEUED)) {
            @Override
            void befall(MessageStateTest it) {
                it.messages.releaseAll();
            }
        },
        CUSTOMER_ERASED(Map.of(WAITING, SUPPRESSED, QUEUED, SUPPRESSED)) {
            @Override
            void befall(MessageStateTest it) {
                it.isForTheCustomer();
                it.messages.forget(new CustomerErased(it.customerId));
            }
        },
        ANOTHER_CUSTOMER_ERASED(Map.of()) {
            @Override
            void befall(MessageStateTest it) {
                it.isForTheCustomer();
                it.messages.forget(new CustomerErased(Story.id()));
            }
        };

        @SuppressWarnings("ImmutableEnumChecker") // each is of Map.of
        private final Map<MessageState, MessageState> moves;

        Happening(Map<MessageState, MessageState> moves) {
            this.moves = moves;
        }

        abstract void befall(MessageStateTest it);
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
            happening.befall(this);

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
        calls.take(callId, "he.jing", "API", clock.instant());

        // when
        finish(ATTEMPT, new Outcome.Away("no answer"), new Verdict.Again(LATER));

        // then
        assertThat(state()).isEqualTo(SUPPRESSED);
        assertThat(reason()).isEqualTo("ACKNOWLEDGED");
    }

    @Test
    void a_claim_that_has_not_run_out_is_nobody_elses() {
        aMessageThatIs(SENDING);
        jdbi.useHandle(handle ->
                handle.execute("update message set claimed_until = ? where id = ?", LATER, id));

        // when
        var claimed = queue.claim(10_000, LATER, List.of());

        // then
        assertThat(claimed.messages()).extracting(Message::id).doesNotContain(id);
    }

    @Test
    void what_is_due_later_is_not_claimed() {
        aMessageThatIs(QUEUED);
        jdbi.useHandle(
                handle -> handle.execute("update message set due_at = ? where id = ?", LATER, id));

        // when
        var claimed = queue.claim(10_000, LATER, List.of());

        // then
        assertThat(claimed.messages()).extracting(Message::id).doesNotContain(id);
    }

    @Test
    void an_acknowledgment_waits_a_moment_for_triage_and_not_longer_than_it_must() {
        // given
        aMessageThatIs(WAITING);
        isForTheCustomer();
        isA(Purpose.CUSTOMER_ACKNOWLEDGMENT);
        jdbi.useHandle(
                handle -> handle.execute("update message set attempts = 0 where id = ?", id));

        // when
        messages.releaseAll();

        // then
        assertThat(due()).isAfter(queued());

        // when
        messages.hasten(new CaseJudged(caseId));
        messages.flush();

        // then
        assertThat(due()).isBeforeOrEqualTo(clock.instant());
    }

    @Test
    void what_was_tried_already_is_not_hastened() {
        aMessageThatIs(QUEUED);
        isForTheCustomer();
        isA(Purpose.CUSTOMER_ACKNOWLEDGMENT);
        jdbi.useHandle(
                handle -> handle.execute("update message set due_at = ? where id = ?", LATER, id));

        // when
        messages.hasten(new CaseJudged(caseId));
        messages.flush();

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
        messages.releaseAll();

        // then
        assertThat(due()).isEqualTo(queued());
    }

    @Test
    void a_resolution_never_waits_for_triage() {
        // given
        aMessageThatIs(WAITING);
        isForTheCustomer();

        // when
        messages.releaseAll();

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
        messages.releaseAll();

        // then
        assertThat(state()).isEqualTo(SUPPRESSED);
        assertThat(reason()).isEqualTo("ERASED");
    }

    @Test
    void nothing_tells_how_often_an_erased_customer_was_written_to() {
        // given
        aMessageThatIs(SENT);
        isForTheCustomer();
        jdbi.useHandle(handle ->
                handle.execute("update message set address_mark = '\\x01' where id = ?", id));

        // when
        messages.forget(new CustomerErased(customerId));

        // then
        assertThat(column("address_mark")).isNull();
    }

    private void isA(Purpose purpose) {
        jdbi.useHandle(handle ->
                handle.execute("update message set purpose = ? where id = ?", purpose.name(), id));
    }

    private Instant due() {
        return instant("due_at");
    }

    private Instant queued() {
        return instant("queued_at");
    }

    private Instant instant(String name) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select " + name + " from message where id = :id")
                        .bind("id", id)
                        .mapTo(Instant.class)
                        .one());
    }

    private void finish(int attempt, Outcome outcome, Verdict verdict) {
        var message =
                new Message(
                        id,
                        attempt,
                        Purpose.ESCALATION_PAGE,
                        new Origin(Mode.REAL, null, null, null),
                        new CaseRef(caseId, "C-20261121-000420", 1),
                        new Recipient(Recipient.Kind.STAFF, "zhang.lei"),
                        null,
                        callId,
                        null,
                        null,
                        clock.instant(),
                        null);
        queue.finish(List.of(new Queue.Ended(message, outcome, verdict)));
    }

    private End end(News.Outcome outcome) {
        return new End(outcome, null, clock.instant());
    }

    private void aMessageThatIs(MessageState state) {
        jdbi.useHandle(handle -> {
            handle.execute(
                    """
                    insert into customer (customer_id, erased) values (?, false)
                    """,
                    customerId);
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
        return MessageState.valueOf(String.valueOf(column("state")));
    }

    private @Nullable String reason() {
        return column("state_reason");
    }

    private @Nullable String column(String name) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select " + name + " from message where id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne()
                        .orElse(null));
    }
}
