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
    void the_topic_stands_there_as_it_is_typed_and_the_reason_links_nowhere() {
        var mail =
                Samples.writer()
                        .alert(Samples.alert(), Samples.HE_JING, Mode.REAL, "link", Samples.NOW);

        assertThat(mail.subject()).contains("redress.cases").startsWith("[Alarm] An event");
        assertThat(mail.text()).contains("triage: redress.cases", "'flags[.]crowdSize'");
        assertThat(Quoted.thing("evil.example", 60)).isEqualTo("evil[.]example");
        assertThat(Quoted.thing("redress.cases\nBcc", 60)).isEqualTo("redress[.]cases Bcc");
    }

    @Test
    void the_page_that_is_confirmed_tells_what_to_look_for() {
        assertThat(pages.done(visit, Samples.NOW))
                .contains("An event could not be read")
                .contains("dead letters: CaseRegistered: not valid at", "triage · redress.cases");
    }

    @Test
    void what_has_no_number_is_not_called_one() {
        var news = Samples.writer().news(Samples.taken(), Samples.alert(), Samples.HE_JING, NAMES);

        assertThat(pages.confirm(visit)).doesNotContain("Number");
        assertThat(pages.done(visit, Samples.NOW)).doesNotContain("Number");
        assertThat(pages.ended(visit, Samples.taken())).doesNotContain("Number");
        assertThat(news.html()).doesNotContain("Number").contains("triage · redress.cases");
        assertThat(pages.ended(aboutACase(), Samples.taken())).contains("Number <b>C-");
    }

    @Test
    void a_link_that_is_over_sends_nobody_to_a_page_that_does_not_exist() {
        assertThat(pages.expired(Language.EN, "n"))
                .contains("nothing has been acknowledged")
                .doesNotContain("log in");
        assertThat(pages.expired(Language.ZH, "n")).contains("没有确认").doesNotContain("登录");
    }

    private static AnswerPages.Visit aboutACase() {
        return Samples.visit(Samples.powerBank(), Samples.HE_JING, Mode.REAL);
    }
}
