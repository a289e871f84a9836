package org.redress.notification.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.notification.Deliveries;
import org.redress.notification.MessagesOf;
import org.redress.notification.Post;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;
import org.redress.notification.channels.Envelope;
import org.redress.notification.channels.MailServer;
import org.redress.notification.channels.Outcome;
import org.redress.notification.channels.SmtpSettings;
import org.redress.notification.mails.Contact;

/** A mail server that is away, says no, or was left in the middle of a sentence. */
@WithNotification
class TroubleTest {
    private static final String ZHANG_LEI = "zhang.lei@redress.example";

    @Inject MailServer server;
    @Inject SmtpSettings settings;
    @Inject Contact contact;
    @Inject Jdbi jdbi;

    @Test
    void a_mail_that_the_server_did_not_take_goes_out_when_it_is_back() {
        var kettle = Story.kettle().isRegistered();
        var down = mailServerThat(_ -> new Outcome.Unreachable("the mail server is away"));
        kettle.pages("zhang.lei", "A");
        await().until(() -> down.asked(kettle) >= 2);

        // when
        down.isBack();

        // then
        Post.awaitTo(ZHANG_LEI, kettle);
        assertThat(Post.to(ZHANG_LEI, kettle)).hasSize(1);
        var failed = Deliveries.await(kettle, "message.failed.v1", "ESCALATION_PAGE");
        assertThat(failed.path("final").asBoolean()).isFalse();
        var sent = Deliveries.await(kettle, "message.sent.v1", "ESCALATION_PAGE");
        assertThat(sent.path("attempt").asInt()).isGreaterThan(2);
        assertThat(failed.path("actor").path("kind").asText()).isEqualTo("RULE");
        assertThat(failed.path("actor").path("id").asText()).isEqualTo("escalation-page");
        assertThat(sent.path("actor").path("kind").asText()).isEqualTo("TIMER");
        assertThat(outcomes(kettle)).startsWith("UNREACHABLE", "UNREACHABLE").endsWith("ACCEPTED");
    }

    @Test
    void a_refused_mail_is_given_up_at_once() {
        var kettle = Story.kettle().isRegistered();
        mailServerThat(_ -> new Outcome.Refused("the mail server answered 550"));

        // when
        kettle.pages("zhang.lei", "A");

        // then
        var failed = Deliveries.await(kettle, "message.failed.v1", "ESCALATION_PAGE");
        assertThat(failed.path("final").asBoolean()).isTrue();
        assertThat(failed.path("reason").asText()).isEqualTo("the mail server answered 550");
        assertThat(outcomes(kettle)).containsExactly("REFUSED");
    }

    @Test
    void a_page_that_is_still_tried_stops_when_somebody_takes_the_escalation() {
        var kettle = Story.kettle().isRegistered();
        var down = mailServerThat(_ -> new Outcome.Unreachable("the mail server is away"));
        kettle.pages("zhang.lei", "A");
        await().until(() -> down.asked(kettle) >= 1);

        // when
        kettle.isAcknowledgedElsewhereBy("he.jing");

        // then
        await().until(() -> state(kettle).equals("SUPPRESSED"));
    }

    @Test
    void a_page_that_is_being_sent_when_somebody_takes_it_is_not_tried_again() throws Exception {
        var kettle = Story.kettle().isRegistered();
        var taken = new CountDownLatch(1);
        var down =
                mailServerThat(_ -> {
                    awaitQuietly(taken);
                    return new Outcome.Unreachable("the mail server answered 451");
                });
        kettle.pages("zhang.lei", "A");
        await().until(() -> down.asked(kettle) == 1);

        // when
        kettle.isAcknowledgedElsewhereBy("he.jing");
        await().until(() -> isTaken(kettle));
        taken.countDown();

        // then
        await().until(() -> state(kettle).equals("SUPPRESSED"));
        assertThat(outcomes(kettle)).containsExactly("UNREACHABLE");
        await().untilAsserted(() ->
                assertThat(MessagesOf.reasons(kettle))
                        .contains("STAFF_NEWS SUPPRESSED NOT_CALLED"));
    }

    private boolean isTaken(Story story) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select exists (select from taken_escalation"
                                        + " where escalation_id = :id)")
                        .bind("id", story.escalationId)
                        .mapTo(boolean.class)
                        .one());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_mail_whose_sender_died_in_the_middle_goes_out_again_recognisably() {
        var kettle = Story.kettle().isRegistered();
        kettle.pages("zhang.lei", "A");
        var first = Post.awaitTo(ZHANG_LEI, kettle);
        await().until(() -> state(kettle).equals("SENT"));

        // when
        aSenderDiedBeforeItWroteDownThat(kettle);

        // then
        await().until(() -> Post.to(ZHANG_LEI, kettle).size() == 2);
        assertThat(Post.to(ZHANG_LEI, kettle)).extracting(Post::id).containsOnly(first.id());
        await().until(() -> outcomes(kettle).equals(List.of("UNKNOWN", "ACCEPTED")));
    }

    private void aSenderDiedBeforeItWroteDownThat(Story story) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate(
                            "update attempt set outcome = null, finished_at = null"
                                    + " where message_id = (select id from message where"
                                    + " case_number = :number and page is not null)")
                    .bind("number", story.caseNumber)
                    .execute();
            handle.createUpdate(
                            "update message set state = 'SENDING', claimed_until = now()"
                                    + " where case_number = :number and page is not null")
                    .bind("number", story.caseNumber)
                    .execute();
        });
    }

    private FakeServer mailServerThat(Function<Envelope, Outcome> answer) {
        var fake = new FakeServer(settings, contact, answer);
        QuarkusMock.installMockForInstance(fake, server);
        return fake;
    }

    private List<String> outcomes(Story story) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select coalesce(a.outcome, 'none') from attempt a join"
                                        + " message m on m.id = a.message_id where"
                                        + " m.case_number = :number and m.priority = 0"
                                        + " order by a.attempt")
                        .bind("number", story.caseNumber)
                        .mapTo(String.class)
                        .list());
    }

    private String state(Story story) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select state from message where case_number = :number"
                                        + " and priority = 0")
                        .bind("number", story.caseNumber)
                        .mapTo(String.class)
                        .one());
    }

    /** Answers as the test wants until it is back; then the mail goes to the real server. */
    private static final class FakeServer extends MailServer {
        private final ConcurrentMap<String, Integer> asked = new ConcurrentHashMap<>();
        private final MailServer real;
        private final Function<Envelope, Outcome> answer;
        private volatile boolean back;

        FakeServer(SmtpSettings settings, Contact contact, Function<Envelope, Outcome> answer) {
            super(settings, contact);
            this.real = new MailServer(settings, contact);
            this.answer = answer;
        }

        @Override
        public Outcome send(Envelope envelope) {
            asked.merge(envelope.mail().subject(), 1, Integer::sum);
            return back ? real.send(envelope) : answer.apply(envelope);
        }

        void isBack() {
            back = true;
        }

        int asked(Story story) {
            return asked.entrySet().stream()
                    .filter(entry -> entry.getKey().contains(story.caseNumber))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
    }
}
