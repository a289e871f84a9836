package org.redress.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.redress.notification.cases.Mode;

class CustomerMailTextTest {
    @Test
    void theAcknowledgmentGivesNumberTimetableThanksAndApologyInLocalTime() {
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
    void theSameInEnglish() {
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
    void nobodyApologisesForASuggestion() {
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
    void theResolutionSaysWhatWasDoneAndHowToSayThatItIsNotEnough() {
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
    void aHandlerWhoGreetsTheCustomerIsNotGreetedOver() {
        var mail =
                Samples.writer()
                        .resolution(
                                "林女士您好：已全额退款。",
                                Samples.kettle(),
                                Samples.customer("林晓雯"),
                                Mode.REAL);

        assertThat(mail.text()).startsWith("林女士您好").doesNotContain("尊敬的");
    }
}
