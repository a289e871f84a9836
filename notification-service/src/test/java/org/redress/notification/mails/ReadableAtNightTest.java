package org.redress.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.notification.cases.Mode;
import org.redress.notification.recipients.Language;
import org.redress.notification.recipients.StaffMember;

/** What every mail and page owes a reader who is woken at three in the morning. */
class ReadableAtNightTest {
    private static final Pattern FONT_SIZE = Pattern.compile("font-size: ?(\\d+)px");
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?i)<img|<script|<link|@import|url\\(");

    static Stream<String> everyMailAndPage() {
        var writer = Samples.writer();
        var pages = new AnswerPages(new Templates(), Samples.SHANGHAI);
        var zh = Samples.ZHANG_LEI;
        var en = Samples.HE_JING;
        return Stream.of(
                writer.page(
                                Samples.page(),
                                Samples.kettle(),
                                zh,
                                Mode.REAL,
                                Samples.LINK,
                                Samples.NAMES,
                                Samples.NOW)
                        .html(),
                writer.page(
                                Samples.page(),
                                Samples.kettle(),
                                en,
                                Mode.DRILL,
                                Samples.LINK,
                                Samples.NAMES,
                                Samples.NOW)
                        .html(),
                writer.acknowledgment(Samples.kettle(), Samples.customer("林"), Mode.TEST).html(),
                writer.acknowledgment(Samples.powerBank(), Samples.customer("E"), Mode.REAL).html(),
                writer.resolution("好", Samples.kettle(), Samples.customer("林"), Mode.DRILL).html(),
                writer.resolution("Ok", Samples.powerBank(), Samples.customer("E"), Mode.TEST)
                        .html(),
                writer.alert(Samples.alert(), zh, Samples.LINK, Samples.NOW).html(),
                writer.alert(Samples.alert(), en, Samples.LINK, Samples.NOW).html(),
                news(writer, zh, Mode.REAL),
                news(writer, en, Mode.DRILL),
                pages.confirm(Samples.visit(Samples.kettle(), zh, Mode.REAL)),
                pages.confirm(Samples.visit(Samples.powerBank(), en, Mode.DRILL)),
                pages.done(Samples.visit(Samples.kettle(), zh, Mode.TEST), Samples.NOW),
                pages.done(Samples.visit(Samples.powerBank(), en, Mode.REAL), Samples.NOW),
                pages.ended(Samples.visit(Samples.kettle(), zh, Mode.REAL), Samples.taken()),
                pages.ended(Samples.visit(Samples.kettle(), en, Mode.REAL), Samples.taken()),
                pages.confirm(Samples.visit(Samples.alert(), zh)),
                pages.done(Samples.visit(Samples.alert(), en), Samples.NOW),
                pages.expired(Language.ZH, "n"),
                pages.expired(Language.EN, "n"),
                pages.unknown(Language.ZH, "n"),
                pages.unknown(Language.EN, "n"));
    }

    private static String news(MailWriter writer, StaffMember reader, Mode mode) {
        return writer.news(
                        Samples.taken(),
                        Samples.page(),
                        Samples.kettle(),
                        reader,
                        mode,
                        Samples.NAMES)
                .html();
    }

    @ParameterizedTest
    @MethodSource("everyMailAndPage")
    void noLetterIsSmallTheDarkIsKnownAndNothingIsLoadedFromElsewhere(String html) {
        assertThat(FONT_SIZE.matcher(html).results().map(ReadableAtNightTest::pixels))
                .isNotEmpty()
                .allMatch(size -> size >= 16);
        assertThat(html)
                .contains("prefers-color-scheme: dark", "width=device-width", "<html lang=\"")
                .doesNotContain("{#", "{/", "NOT_FOUND")
                .doesNotContainPattern(ELSEWHERE);
    }

    private static int pixels(MatchResult size) {
        return Integer.parseInt(size.group(1));
    }
}
