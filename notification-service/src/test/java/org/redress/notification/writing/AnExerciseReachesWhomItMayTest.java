package org.redress.notification.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.notification.Claimed;
import org.redress.notification.Post;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;
import org.redress.notification.cases.Mode;
import org.redress.notification.messages.Message;
import org.redress.notification.messages.Purpose;
import org.redress.notification.messages.Recipient;

/** A test reaches the test's recipient, a drill members of staff, and neither a customer. */
@WithNotification
class AnExerciseReachesWhomItMayTest {
    private static final String TESTS = "tests@redress.example";
    private static final String ZHANG_LEI = "zhang.lei@redress.example";

    @Test
    void a_test_reaches_only_the_tests_recipient_and_is_never_urgent() {
        var test = Story.test().hasACustomer().isRegistered();

        // when
        test.pages("zhang.lei", "A");

        // then
        await().until(() -> Post.to(TESTS, test).size() == 2);
        assertThat(Post.to(TESTS, test))
                .noneMatch(Post::urgent)
                .allMatch(mail -> mail.subject().startsWith("【测试】"));
        assertThat(Post.to(ZHANG_LEI, test)).isEmpty();
        assertThat(Post.to(test.customerEmail, test)).isEmpty();
    }

    @Test
    void a_drill_calls_staff_without_high_importance_and_no_customer() {
        var drill = Story.drill().hasACustomer().isRegistered();

        // when
        drill.pages("zhang.lei", "A");

        // then
        var page = Post.awaitTo(ZHANG_LEI, drill);
        assertThat(page.subject()).startsWith("【演练】");
        assertThat(page.urgent()).isFalse();
        Post.awaitTo(TESTS, drill);
        assertThat(Post.to(drill.customerEmail, drill)).isEmpty();
    }

    @Test
    void without_a_tests_recipient_nothing_goes_out() {
        var nobody = new Exercises(Optional.empty());

        assertThat(nobody.address(message(Mode.TEST, Recipient.Kind.STAFF), "a@b.example"))
                .isEmpty();
        assertThat(nobody.address(message(Mode.DRILL, Recipient.Kind.CUSTOMER), "a@b.example"))
                .isEmpty();
        assertThat(nobody.address(message(Mode.DRILL, Recipient.Kind.STAFF), "a@b.example"))
                .contains("a@b.example");
        assertThat(nobody.address(message(Mode.REAL, Recipient.Kind.CUSTOMER), "a@b.example"))
                .contains("a@b.example");
    }

    private static Message message(Mode mode, Recipient.Kind kind) {
        return Claimed.message(
                UUID.randomUUID(),
                1,
                Purpose.ESCALATION_PAGE,
                mode,
                null,
                new Recipient(kind, "somebody"));
    }
}
