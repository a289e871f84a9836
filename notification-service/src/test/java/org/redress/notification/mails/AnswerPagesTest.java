package org.redress.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.notification.mails.Samples.HE_JING;
import static org.redress.notification.mails.Samples.NOW;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.notification.cases.KnownCase;
import org.redress.notification.cases.Mode;
import org.redress.notification.recipients.Language;

/** What whoever was called finds behind the link. */
class AnswerPagesTest {

    private final AnswerPages pages = new AnswerPages(new Templates(), Samples.SHANGHAI);

    @Test
    void who_is_late_reads_that_it_can_still_be_taken() {
        assertThat(pages.confirm(visit(Samples.page(), Samples.powerBank(), NOW)))
                .contains("You have until", "03:12")
                .doesNotContain("Your time ended");
        assertThat(pages.confirm(visit(Samples.page(), Samples.powerBank(), NOW.plusSeconds(288))))
                .contains("Your time ended at", "03:12", "<form")
                .doesNotContain("You have until");
    }

    @Test
    void who_is_late_for_an_alert_reads_the_same() {
        assertThat(pages.confirm(visit(Samples.alert(), null, NOW))).contains("You have until");
        assertThat(pages.confirm(visit(Samples.alert(), null, NOW.plusSeconds(300))))
                .contains("Your time ended at")
                .doesNotContain("You have until");
    }

    @Test
    void two_reasons_are_read_at_once_and_the_rest_is_folded() {
        var about = Samples.withReasons("first", "second", "third", "third", "fourth");

        var html = pages.confirm(visit(Samples.page(), about, NOW));

        assertThat(html.indexOf("second")).isLessThan(html.indexOf("<details"));
        assertThat(html.indexOf("third")).isGreaterThan(html.indexOf("<details"));
        assertThat(html).contains("More reasons (2)");
    }

    @Test
    void who_has_it_is_called_by_their_name_in_one_line() {
        var taken = new News(News.Outcome.TAKEN, "he.jing", NOW, List.of());
        var stranger = new News(News.Outcome.RESOLVED, "x\n".repeat(100), NOW, List.of());
        var visit = visit(Samples.page(), Samples.powerBank(), NOW);

        assertThat(pages.ended(visit, taken)).contains("Somebody has it: He Jing");
        assertThat(pages.ended(visit, stranger)).contains("x x x…</h1>");
    }

    private static AnswerPages.Visit visit(Call call, KnownCase about, Instant now) {
        return new AnswerPages.Visit(
                call, about, HE_JING, Mode.REAL, "n", Samples.names(Language.EN), now);
    }
}
