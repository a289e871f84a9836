package org.redress.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.notification.mails.Samples.HE_JING;
import static org.redress.notification.mails.Samples.LINK;
import static org.redress.notification.mails.Samples.NAMES;
import static org.redress.notification.mails.Samples.NOW;
import static org.redress.notification.mails.Samples.ZHANG_LEI;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.notification.cases.Mode;
import org.redress.notification.mails.Page.Next;
import org.redress.notification.recipients.Language;

class WordsFitWhatHappenedTest {
    @Test
    void whoever_got_a_shock_reads_how_to_stay_safe_and_not_that_it_was_an_inconvenience() {
        var mail =
                Samples.writer().acknowledgment(Samples.kettle(), Samples.customer("林"), Mode.REAL);

        assertThat(mail.text())
                .contains("拔下插头", "不要再使用", "尽快就医", "您的工单编号")
                .doesNotContain("不便", "案件", "回复本邮件");
        assertThat(mail.html()).contains("拔下插头").doesNotContain("不便", "案件", "回复本邮件");
    }

    @Test
    void the_same_in_english() {
        var mail =
                Samples.writer()
                        .acknowledgment(Samples.powerBank(), Samples.customer("E"), Mode.REAL);

        assertThat(mail.text())
                .contains("call the fire brigade", "see a doctor", "Your safety comes first")
                .doesNotContain("Answer this mail", "inconvenience", "trouble you have had");
    }

    @Test
    void whoever_complains_of_a_delay_is_not_sent_to_a_doctor() {
        var mail =
                Samples.writer()
                        .acknowledgment(
                                Samples.classified("COMPLAINT"), Samples.customer("E"), Mode.REAL);

        assertThat(mail.text())
                .contains("sorry for the trouble")
                .doesNotContain("doctor", "SAFETY");
    }

    @Test
    void a_promise_at_night_says_that_it_is_and_offers_the_morning() {
        var mail =
                Samples.writer().acknowledgment(Samples.kettle(), Samples.customer("林"), Mode.REAL);

        assertThat(mail.text()).contains("03:35（夜间）", "改在早上联系您");
    }

    @Test
    void who_is_next_and_when_stands_on_mail_and_page_and_which_clock_counts() {
        var page =
                new Page(
                        "01a20a11-3b90-7c31-a7d2-0e4f9b5c6a18",
                        "hq/quality",
                        "duty-officer",
                        "A",
                        1,
                        1,
                        "CRITICAL",
                        "PRODUCT_SAFETY",
                        "SEVERITY",
                        "FIRST_RESPONSE",
                        NOW.plusSeconds(1688),
                        NOW.plusSeconds(288),
                        List.of(
                                new Next(NOW.plusSeconds(288), "duty-officer", "B", "he.jing"),
                                new Next(NOW.plusSeconds(588), "unit-head", "A", "xu.qiang")));

        var english =
                Samples.writer()
                        .page(
                                page,
                                Samples.powerBank(),
                                HE_JING,
                                Mode.REAL,
                                LINK,
                                Samples.names(Language.EN),
                                NOW);
        var chinese =
                Samples.writer()
                        .page(page, Samples.kettle(), ZHANG_LEI, Mode.REAL, LINK, NAMES, NOW);
        var pages = new AnswerPages(new Templates(), Samples.SHANGHAI);
        var visit =
                new AnswerPages.Visit(
                        page, Samples.kettle(), ZHANG_LEI, Mode.REAL, "n", NAMES, NOW);

        assertThat(english.text())
                .contains("03:12: He Jing (B), then Xu Qiang", "the first response, until 03:35");
        assertThat(chinese.html()).contains("03:12 何静（B角），之后徐强", "首次答复，须在 03:35 前完成");
        assertThat(pages.confirm(visit)).contains("03:12 何静（B角），之后徐强");
        assertThat(pages.done(visit, NOW))
                .contains("首次答复，须在 03:35 前完成", "已承诺客户在 11月21日（星期六）03:35 前给出首次答复")
                .doesNotContain("签收案件");
    }

    @Test
    void two_reasons_are_read_at_once_and_the_rest_is_folded() {
        var html =
                Samples.writer()
                        .page(
                                Samples.page(),
                                Samples.withReasons("first", "second", "third", "fourth"),
                                HE_JING,
                                Mode.REAL,
                                LINK,
                                NAMES,
                                NOW)
                        .html();

        assertThat(html.indexOf("second")).isLessThan(html.indexOf("<details"));
        assertThat(html.indexOf("third")).isGreaterThan(html.indexOf("<details"));
        assertThat(html).contains("More reasons (2)");
    }
}
