package org.redress.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.redress.notification.cases.KnownCase;
import org.redress.notification.cases.Milestone;
import org.redress.notification.cases.Mode;
import org.redress.notification.cases.NewPromise;

class CustomerMailTextTest {
    @Test
    void the_acknowledgment_gives_number_timetable_thanks_and_apology_in_local_time() {
        var mail =
                Samples.writer()
                        .acknowledgment(Samples.kettle(), Samples.customer("林晓雯"), Mode.REAL);

        assertThat(mail.subject()).contains("C-20261121-000420");
        assertThat(mail.text())
                .contains(
                        "尊敬的林晓雯",
                        "感谢",
                        "歉意",
                        "11月21日（星期六）03:35（夜间） 前：责任部门给您首次答复",
                        "11月22日（星期日）10:30 前：责任部门告知您处理结果",
                        "400-000-0000");
    }

    @Test
    void the_same_in_english() {
        var mail =
                Samples.writer()
                        .acknowledgment(Samples.powerBank(), Samples.customer("Emma"), Mode.REAL);

        assertThat(mail.text())
                .contains(
                        "Thank you for telling us. We are very concerned",
                        "By Saturday 21 November, 03:35 (China Standard Time, UTC+8), at night:"
                                + " the department in charge gives you a first answer.");
    }

    @Test
    void nobody_apologises_for_a_suggestion() {
        var mail =
                Samples.writer()
                        .acknowledgment(
                                Samples.classified("SUGGESTION"),
                                Samples.customer("Emma"),
                                Mode.REAL);

        assertThat(mail.text()).contains("Thank you").doesNotContain("sorry");
        assertThat(mail.html()).doesNotContain("sorry");
    }

    @Test
    void the_resolution_says_what_was_done_and_how_to_say_that_it_is_not_enough() {
        var mail =
                Samples.writer()
                        .resolution(
                                "The second charge <1,299.00> was refunded.\n\nIt takes five days.",
                                Samples.powerBank(),
                                Samples.customer("Emma"),
                                Mode.REAL);

        assertThat(mail.text())
                .startsWith("Dear Emma,")
                .contains("The second charge <1,299.00> was refunded.", "Say so: call 400-000-0000")
                .doesNotContain("answer this mail");
        assertThat(mail.html()).contains("&lt;1,299.00&gt;", "somebody more senior");
    }

    @Test
    void a_new_promise_says_by_when_and_why_and_is_sorry_for_what_takes_longer() {
        var english = promise(Samples.later(), Samples.powerBank());
        var chinese = promise(Samples.later(), Samples.kettle());

        assertThat(english.subject()).startsWith("A new time for your case: ");
        assertThat(english.text())
                .startsWith("Dear Emma,\n\nIt takes longer than we told you. We are sorry")
                .contains(
                        "By Wednesday 25 November, 18:00 (China Standard Time, UTC+8):"
                                + " the department in charge tells you the outcome.",
                        "WHY\nThe <spare part> comes on Wednesday.\nWe bring it to you.\n",
                        "call 400-000-0000")
                .doesNotContain("at night");
        assertThat(english.html()).contains("The &lt;spare part&gt; comes on Wednesday.");
        assertThat(chinese.text()).contains("11月25日（星期三）18:00 前：责任部门告知您处理结果", "【原因】", "致歉");
    }

    @Test
    void nobody_is_sorry_for_an_answer_that_comes_sooner_and_one_at_night_says_so() {
        var mail =
                promise(
                        new NewPromise(
                                Milestone.Kind.FIRST_RESPONSE,
                                Instant.parse("2026-11-20T15:00:00Z"),
                                false,
                                "We found it."),
                        Samples.powerBank());

        assertThat(mail.text())
                .contains("sooner than we told you", "23:00", "at night", "in the morning")
                .doesNotContain("sorry");
    }

    private static Mail promise(NewPromise told, KnownCase about) {
        return Samples.writer().promise(told, about, Samples.customer("Emma"), Mode.REAL);
    }

    @Test
    void a_handler_who_greets_the_customer_is_not_greeted_over() {
        var mail =
                Samples.writer()
                        .resolution(
                                "林女士您好：已全额退款。",
                                Samples.kettle(),
                                Samples.customer("林晓雯"),
                                Mode.REAL);

        assertThat(mail.text()).startsWith("林女士您好").doesNotContain("尊敬的");
    }

    @Test
    void who_is_greeted_only_in_passing_is_greeted_by_us() {
        var mail =
                Samples.writer()
                        .resolution(
                                "已全额退款。我们的同事会打电话，向您问一声您好。",
                                Samples.kettle(),
                                Samples.customer("林晓雯"),
                                Mode.REAL);

        assertThat(mail.text()).startsWith("尊敬的林晓雯");
    }

    @Test
    void the_acknowledgment_itself_is_no_promise_any_more() {
        var mail =
                Samples.writer().acknowledgment(Samples.kettle(), Samples.customer("林"), Mode.REAL);

        assertThat(mail.text()).doesNotContain("03:12");
    }

    @Test
    void the_morning_is_offered_only_for_what_is_promised_at_night() {
        var mail =
                Samples.writer()
                        .acknowledgment(
                                Samples.answeredAt(Instant.parse("2026-11-21T02:00:00Z")),
                                Samples.customer("林"),
                                Mode.REAL);

        assertThat(mail.text()).contains("10:00").doesNotContain("（夜间）", "改在早上联系您");
    }

    @Test
    void we_sign_in_the_language_of_the_case() {
        assertThat(acknowledgment(Samples.kettle()).text())
                .contains("回应客户服务中心")
                .doesNotContain("Redress Customer Care");
        assertThat(acknowledgment(Samples.powerBank()).text())
                .contains("Redress Customer Care")
                .doesNotContain("回应客户服务中心");
    }

    @Test
    void a_name_is_no_link() {
        var eve = Samples.customer("Eve www.evil.example");

        assertThat(Samples.writer().acknowledgment(Samples.powerBank(), eve, Mode.REAL).text())
                .contains("Dear Eve www[.]evil[.]example")
                .doesNotContain("evil.example");
        assertThat(Samples.writer().resolution("Done.", Samples.powerBank(), eve, Mode.REAL).text())
                .contains("Dear Eve www[.]evil[.]example");
    }

    @Test
    void the_resolution_has_the_tone_of_what_happened() {
        var mail =
                Samples.writer()
                        .resolution(
                                "Refunded.",
                                Samples.powerBank(),
                                Samples.customer("Emma"),
                                Mode.REAL);

        assertThat(mail.text()).contains("hope that you and your family are well");
    }

    private static Mail acknowledgment(KnownCase about) {
        return Samples.writer().acknowledgment(about, Samples.customer("Lin"), Mode.REAL);
    }
}
