package org.redress.notification.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.notification.Deliveries;
import org.redress.notification.Post;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;
import org.redress.notification.recipients.Customers;

@WithNotification
class CustomerMailTest {
    @Inject Jdbi jdbi;
    @Inject Customers customers;

    @Test
    void the_customer_hears_at_once_by_when_they_hear_from_whom() {
        // when
        var kettle = Story.kettle().hasACustomer().isRegistered();

        // then
        var mail = Post.awaitTo(kettle.customerEmail, kettle);
        assertThat(mail.text()).contains("林晓雯", kettle.caseNumber, "歉意", "感谢", "前：");
    }

    @Test
    void a_case_in_english_is_acknowledged_in_english() {
        // when
        var charge = Story.doubleCharge().hasACustomer("Emma Clarke", "emma@example.com");
        charge.isRegistered();

        // then
        assertThat(Post.awaitTo("emma@example.com", charge).text())
                .contains("Dear Emma Clarke", "By Wednesday 18 November, 14:20");
    }

    @Test
    void the_acknowledgment_waits_for_the_customer() {
        var kettle = Story.kettle().isRegistered();
        await().until(() -> state(kettle).equals("WAITING"));

        // when
        kettle.hasACustomer();

        // then
        Post.awaitTo(kettle.customerEmail, kettle);
    }

    @Test
    void whoever_can_be_written_to_is_however_little_is_told_of_the_case() {
        // when
        var kettle = Story.kettle().hasACustomer().isRegisteredBarely();

        // then
        assertThat(Post.awaitTo(kettle.customerEmail, kettle).text()).contains(kettle.caseNumber);
    }

    @Test
    void the_customer_hears_what_was_done_once_per_round() {
        var kettle = Story.kettle().hasACustomer().isRegistered();
        Post.awaitTo(kettle.customerEmail, kettle);

        // when
        kettle.isResolved().isResolved();

        // then
        Deliveries.await(kettle, "message.sent.v1", "CUSTOMER_RESOLUTION");
        var mails = Post.to(kettle.customerEmail, kettle);
        assertThat(mails).hasSize(2);
        assertThat(mails.getLast().text()).contains("密封圈装配不良", "不满意").doesNotContain("回复本邮件");
    }

    /** Also where a resolution was told in the same round (IN-21). */
    @Test
    void the_customer_hears_how_the_case_ended_and_what_they_may_turn_to() {
        var kettle = Story.kettle().hasACustomer().isRegistered();
        kettle.isResolved();
        Deliveries.await(kettle, "message.sent.v1", "CUSTOMER_RESOLUTION");

        // when
        kettle.isClosed("night-noise-not-agreed").isClosed("night-noise-not-agreed");

        // then
        var closing = awaitOnly(kettle, "案件已结");
        assertThat(closing.text()).contains("12315").doesNotContain("对结果不满意");
    }

    @Test
    void the_customer_hears_to_which_case_a_duplicate_belongs() {
        var kettle = Story.kettle().hasACustomer().isRegistered();
        Post.awaitTo(kettle.customerEmail, kettle);

        // when
        kettle.isClosed("told-twice-duplicate");

        // then
        assertThat(awaitOnly(kettle, "案件已结").text()).contains("→ C-20261118-003175");
    }

    private static Post awaitOnly(Story story, String subject) {
        Supplier<List<Post>> found =
                () ->
                        Post.to(story.customerEmail, story).stream()
                                .filter(post -> post.subject().contains(subject))
                                .toList();
        await().until(() -> !found.get().isEmpty());
        return assertThat(found.get()).singleElement().actual();
    }

    @Test
    void the_customer_hears_of_every_new_promise_in_their_language() {
        var charge = Story.doubleCharge().hasACustomer("Emma Clarke", "clarke@example.com");
        charge.isRegistered();
        Post.awaitTo("clarke@example.com", charge);

        // when
        charge.isPromisedAnew("2026-11-25T10:00:00Z", "The bank needs longer.");
        charge.isPromisedAnew("2026-11-26T10:00:00Z", "Longer still.");
        charge.isPromisedAnew("2026-11-25T10:00:00Z", "It goes faster after all.");

        // then
        await().until(() -> Post.to("clarke@example.com", charge).size() == 4);
        assertThat(Post.to("clarke@example.com", charge))
                .anySatisfy(mail ->
                        assertThat(mail.text())
                                .contains(
                                        "By Wednesday 25 November, 18:00",
                                        "The bank needs longer."))
                .anySatisfy(mail -> assertThat(mail.text()).contains("Thursday 26 November, 18:00"))
                .anySatisfy(mail -> assertThat(mail.text()).contains("It goes faster after all."));
    }

    @Test
    void a_customer_without_an_address_is_reported_as_not_reached() {
        // when
        var kettle = Story.kettle().hasACustomerWithoutMail().isRegistered();

        // then
        var failed = Deliveries.await(kettle, "message.failed.v1", "CUSTOMER_ACKNOWLEDGMENT");
        assertThat(failed.path("reason").asText()).isEqualTo("the customer has no e-mail address");
        assertThat(failed.path("final").asBoolean()).isTrue();
    }

    @Test
    void an_erased_customer_is_not_written_to_and_their_contact_cannot_be_read_any_more() {
        var kettle = Story.kettle().hasACustomer();
        await().until(() -> customers.find(kettle.customerId).isPresent());

        // when
        kettle.customerIsErased();
        await().until(() -> customers.isErased(kettle.customerId));
        kettle.isRegistered();

        // then
        await().until(() -> state(kettle).equals("SUPPRESSED"));
        assertThat(customers.find(kettle.customerId)).isEmpty();
        assertThat(sealedStory(kettle)).isEmpty();
    }

    @Test
    void what_a_customer_writes_cannot_become_markup_or_a_header() {
        // when
        var kettle =
                Story.kettle().hasACustomer("<b>Eve</b>\r\nBcc: x@example.com", "eve@example.com");
        kettle.isRegisteredWith("Hot\r\nBcc: all@example.com\r\n\r\n<script>", "<img src=x>");

        // then
        var mail = Post.awaitTo("eve@example.com", kettle);
        assertThat(mail.subject()).contains("Hot Bcc: all[@]example[.]com <script>");
        assertThat(mail.html()).contains("&lt;script&gt;").doesNotContain("<script>", "<b>Eve");
        assertThat(Post.to("all@example.com", kettle)).isEmpty();
    }

    @Test
    void addresses_and_stories_rest_encrypted() {
        var kettle = Story.kettle().hasACustomer().isRegistered();
        Post.awaitTo(kettle.customerEmail, kettle);

        // when
        var inClear =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        select concat(encode(u.sealed, 'escape'),
                                            encode(c.sealed, 'escape'), m::text)
                                        from customer u
                                        join customer_case c using (customer_id)
                                        join message m using (case_id)
                                        where u.customer_id = :id
                                        """)
                                .bind("id", kettle.customerId)
                                .mapTo(String.class)
                                .one());

        // then
        assertThat(inClear).doesNotContain("example.com", "林晓雯", "水壶", "KT-1702");
    }

    private String state(Story story) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select state from message where case_number = :number")
                        .bind("number", story.caseNumber)
                        .mapTo(String.class)
                        .findOne()
                        .orElse("none"));
    }

    private Optional<byte[]> sealedStory(Story story) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select sealed from customer_case where case_number = :number"
                                        + " and sealed is not null")
                        .bind("number", story.caseNumber)
                        .mapTo(byte[].class)
                        .findOne());
    }
}
