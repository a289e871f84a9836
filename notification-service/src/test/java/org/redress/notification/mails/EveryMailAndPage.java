package org.redress.notification.mails;

import static org.redress.notification.mails.Samples.LINK;
import static org.redress.notification.mails.Samples.NOW;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.redress.notification.cases.KnownCase;
import org.redress.notification.cases.Mode;
import org.redress.notification.mails.Page.Next;
import org.redress.notification.recipients.Language;
import org.redress.notification.recipients.StaffMember;

/** Every mail and page that a person may read, in both languages and every way it can look. */
final class EveryMailAndPage {
    private final MailWriter writer = Samples.writer();
    private final AnswerPages pages = new AnswerPages(new Templates(), Samples.SHANGHAI);
    private final Map<String, String> html = new LinkedHashMap<>();

    /** Name and HTML of each. */
    static Stream<Arguments> all() {
        return byName().entrySet().stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    static Map<String, String> byName() {
        var all = new EveryMailAndPage();
        all.inLanguage(Samples.ZHANG_LEI, Samples.kettle());
        all.inLanguage(Samples.HE_JING, Samples.powerBank());
        return all.html;
    }

    private void inLanguage(StaffMember reader, KnownCase about) {
        var language = reader.language();
        calls(reader, about);
        alerts(reader);
        customers(language, about);
        for (var mode : Mode.values()) {
            add(
                    language,
                    "reminder-" + mode.name().toLowerCase(language.locale()),
                    writer.reminder(Samples.reminder(), about, reader, mode).html());
            add(
                    language,
                    "notice-" + mode.name().toLowerCase(language.locale()),
                    writer.reminder(Samples.notice("CO_HANDLING"), about, reader, mode).html());
        }
        for (var outcome : News.Outcome.values()) {
            endings(reader, about, outcome);
        }
        add(language, "expired", pages.expired(language, "n"));
        add(language, "unknown", pages.unknown(language, "n"));
    }

    private void calls(StaffMember reader, KnownCase about) {
        var language = reader.language();
        for (var severity : List.of("LOW", "MEDIUM", "HIGH", "CRITICAL")) {
            for (var late : List.of(false, true)) {
                var mode = late ? Mode.DRILL : Mode.REAL;
                var page = page(severity, late);
                var name = severity.toLowerCase(language.locale()) + (late ? "-late" : "");
                var visit = visit(page, about, reader, mode);
                add(language, "page-" + name, mail(page, about, reader, mode).html());
                add(language, "confirm-" + name, pages.confirm(visit));
                add(language, "done-" + name, pages.done(visit, NOW));
            }
        }
        for (var mode : Mode.values()) {
            var stop = visit(page("HIGH", false), about, reader, mode);
            var rides =
                    List.of(
                            new MailWriter.Ride(page("HIGH", false), about, LINK),
                            new MailWriter.Ride(page("LOW", true), Samples.erased(), LINK));
            var name = mode.name().toLowerCase(language.locale());
            add(language, "bundle-" + name, writer.bundle(rides, reader, mode, LINK).html());
            var open = new AnswerPages.Stop(stop, null);
            var taken = new AnswerPages.Stop(stop, Samples.taken());
            add(language, "together-" + name, pages.together(List.of(open, taken)));
            add(language, "together-taken-" + name, pages.together(List.of(taken)));
        }
        var test = page("HIGH", false);
        add(language, "page-test", mail(test, about, reader, Mode.TEST).html());
        add(language, "page-erased", mail(test, Samples.erased(), reader, Mode.REAL).html());
        var reasons = Samples.withReasons("First.", "Second.", "Third.", "Fourth.");
        add(language, "page-reasons", mail(test, reasons, reader, Mode.REAL).html());
        add(language, "confirm-reasons", pages.confirm(visit(test, reasons, reader, Mode.TEST)));
    }

    private Mail mail(Page page, KnownCase about, StaffMember reader, Mode mode) {
        var names = Samples.names(reader.language());
        return writer.page(page, about, reader, mode, LINK, names, NOW);
    }

    private void alerts(StaffMember reader) {
        var language = reader.language();
        var visit = Samples.visit(Samples.alert(), reader);
        var late = NOW.plusSeconds(900);
        add(language, "alert", writer.alert(Samples.alert(), reader, Mode.REAL, LINK, NOW).html());
        add(
                language,
                "alert-late",
                writer.alert(Samples.alert(), reader, Mode.REAL, LINK, late).html());
        add(language, "confirm-alert", pages.confirm(visit));
        add(language, "done-alert", pages.done(visit, NOW));
        add(language, "ended-alert", pages.ended(visit, Samples.taken()));
        var names = Samples.names(language);
        var news = writer.news(Samples.taken(), Samples.alert(), reader, names);
        add(language, "news-alert", news.html());
    }

    private void customers(Language language, KnownCase about) {
        var reader = Samples.customer(language == Language.ZH ? "林晓雯" : "Emma Laurent");
        for (var mode : Mode.values()) {
            var name = "-" + mode.name().toLowerCase(language.locale());
            add(
                    language,
                    "acknowledgment" + name,
                    writer.acknowledgment(about, reader, mode).html());
            var promise = writer.promise(Samples.later(), about, reader, mode).html();
            add(language, "promise" + name, promise);
            var resolution = writer.resolution("1.\n2.", about, reader, mode).html();
            add(language, "resolution" + name, resolution);
            var closing = writer.closing("1.\n2.", about, reader, mode).html();
            add(language, "closing" + name, closing);
        }
    }

    private void endings(StaffMember reader, KnownCase about, News.Outcome outcome) {
        var language = reader.language();
        var name = outcome.name().toLowerCase(language.locale());
        var by = outcome == News.Outcome.TAKEN ? "he.jing" : null;
        var news = new News(outcome, by, NOW, List.of());
        var page = page("HIGH", false);
        var names = Samples.names(language);
        add(
                language,
                "news-" + name,
                writer.news(news, page, about, reader, Mode.DRILL, names).html());
        add(language, "ended-" + name, pages.ended(visit(page, about, reader, Mode.TEST), news));
    }

    private static Page page(String severity, boolean late) {
        var next =
                List.of(
                        new Next(NOW.plusSeconds(288), "duty-officer", "B", "he.jing"),
                        new Next(NOW.plusSeconds(588), "unit-head", "A", "xu.qiang"));
        return new Page(
                "01a20a11-3b90-7c31-a7d2-0e4f9b5c6a18",
                "hq/quality",
                "duty-officer",
                "A",
                1,
                late ? 2 : 1,
                severity,
                "PRODUCT_SAFETY",
                late ? "CLOCK_BREACH" : "SEVERITY",
                "FIRST_RESPONSE",
                NOW.plusSeconds(late ? -60 : 1688),
                NOW.plusSeconds(late ? -30 : 288),
                next);
    }

    private static AnswerPages.Visit visit(
            Page page, KnownCase about, StaffMember reader, Mode mode) {
        var names = Samples.names(reader.language());
        return new AnswerPages.Visit(page, about, reader, mode, "n", names, NOW);
    }

    private void add(Language language, String name, String text) {
        html.put(name + "." + language.tag(), text);
    }
}
