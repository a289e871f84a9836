package org.redress.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.redress.notification.cases.Mode;
import org.redress.notification.recipients.Language;

/** Whoever holds the watch reads what went wrong, in words, and can type what is named. */
class AnAlertIsReadByAPersonTest {
    private static final UnaryOperator<String> NAMES = Samples.names(Language.EN);

    private final AnswerPages pages = new AnswerPages(new Templates(), Samples.SHANGHAI);
    private final AnswerPages.Visit visit = Samples.visit(Samples.alert(), Samples.HE_JING);

    @Test
    void theTopicStandsThereAsItIsTypedAndTheReasonLinksNowhere() {
        var mail = Samples.writer().alert(Samples.alert(), Samples.HE_JING, "link", Samples.NOW);

        assertThat(mail.subject()).contains("redress.cases").startsWith("[Alarm] An event");
        assertThat(mail.text()).contains("triage: redress.cases", "'flags[.]crowdSize'");
        assertThat(Quoted.thing("evil.example", 60)).isEqualTo("evil[.]example");
        assertThat(Quoted.thing("redress.cases\nBcc", 60)).isEqualTo("redress[.]cases Bcc");
    }

    @Test
    void thePageThatIsConfirmedTellsWhatToLookFor() {
        assertThat(pages.done(visit, Samples.NOW))
                .contains("An event could not be read")
                .contains("dead letters: CaseRegistered: not valid at", "triage · redress.cases");
    }

    @Test
    void whatHasNoNumberIsNotCalledOne() {
        var news = Samples.writer().news(Samples.taken(), Samples.alert(), Samples.HE_JING, NAMES);

        assertThat(pages.confirm(visit)).doesNotContain("Number");
        assertThat(pages.done(visit, Samples.NOW)).doesNotContain("Number");
        assertThat(pages.ended(visit, Samples.taken())).doesNotContain("Number");
        assertThat(news.html()).doesNotContain("Number").contains("triage · redress.cases");
        assertThat(pages.ended(aboutACase(), Samples.taken())).contains("Number <b>C-");
    }

    @Test
    void aLinkThatIsOverSendsNobodyToAPageThatDoesNotExist() {
        assertThat(pages.expired(Language.EN, "n"))
                .contains("nothing has been acknowledged")
                .doesNotContain("log in");
        assertThat(pages.expired(Language.ZH, "n")).contains("没有确认").doesNotContain("登录");
    }

    private static AnswerPages.Visit aboutACase() {
        return Samples.visit(Samples.powerBank(), Samples.HE_JING, Mode.REAL);
    }
}
