package org.redress.notification.mails;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.KnownCase;
import org.redress.notification.cases.Mode;
import org.redress.notification.recipients.Language;
import org.redress.notification.recipients.StaffMember;

/**
 * The small HTML pages behind an acknowledge link. They need no script, no image, no other file.
 */
@ApplicationScoped
public class AnswerPages {
    private final Templates templates;
    private final TenantTime time;

    AnswerPages(Templates templates, @ConfigProperty(name = "redress.zone") ZoneId zone) {
        this.templates = templates;
        this.time = new TenantTime(zone);
    }

    /**
     * Whom the page is for, and what it is about.
     *
     * @param about the case; null for a call about the platform itself
     * @param nonce what the page's own style is allowed by
     * @param names the name of a person of staff, by id
     */
    public record Visit(
            Call call,
            @Nullable KnownCase about,
            StaffMember reader,
            Mode mode,
            String nonce,
            UnaryOperator<String> names,
            Instant now) {}

    /** Asks the reader to confirm; only their tap acknowledges. */
    public String confirm(Visit visit) {
        return render("confirm", answer(visit, null));
    }

    /** Tells the reader that they have it, since when, and what to do next. */
    public String done(Visit visit, Instant at) {
        return render("done", answer(visit, new News(News.Outcome.TAKEN, null, at, List.of())));
    }

    /** Tells the reader that nobody needs to answer any more: who has it, or how it ended. */
    public String ended(Visit visit, News news) {
        return render("ended", answer(visit, news));
    }

    /** A case among others, and how its call ended if it did. */
    public record Stop(Visit visit, @Nullable News news) {}

    /** Shows the cases of a bundle, and asks the reader to confirm those that are open together. */
    public String together(List<Stop> stops) {
        var first = stops.getFirst().visit;
        return render(
                "together",
                new Together(
                        first.reader().language(),
                        first.nonce(),
                        first.mode(),
                        stops.stream().anyMatch(stop -> stop.news == null) ? "HIGH" : "done",
                        stops.stream().filter(stop -> stop.news == null).count(),
                        stops.stream().map(stop -> answer(stop.visit, stop.news)).toList()));
    }

    /** Tells that the link was ours and is over. */
    public String expired(Language language, String nonce) {
        return render("expired", new Plain(language, nonce));
    }

    /** Tells that the link is none of ours. */
    public String unknown(Language language, String nonce) {
        return render("unknown", new Plain(language, nonce));
    }

    private String render(String name, Shown shown) {
        return templates.render(name + "." + shown.language().tag() + ".html", shown);
    }

    private Answer answer(Visit visit, @Nullable News news) {
        return switch (visit.call()) {
            case Page page -> answer(visit, page, news);
            case AlertPage alert -> answer(visit, alert, news);
        };
    }

    private Answer answer(Visit visit, Page page, @Nullable News news) {
        var language = visit.reader().language();
        var words = Words.of(language);
        var facts = new CaseFacts(Objects.requireNonNull(visit.about()), page, words, time);
        return new Answer(
                language,
                visit.nonce(),
                visit.mode(),
                facts.about().caseNumber(),
                false,
                page.severity(),
                words.title("severity", page.severity())
                        + " · "
                        + words.title("category", page.category()),
                facts.title(),
                words.say("unit", page.unit()),
                time.clock(page.acknowledgeBy()),
                visit.now().isBefore(page.acknowledgeBy()),
                facts.reasons(language),
                facts.clock(visit.now()),
                facts.firstAnswer(language),
                new Upcoming(time, visit.names()).inWords(page.next(), visit.now(), language),
                ending(visit, news, words));
    }

    private Answer answer(Visit visit, AlertPage alert, @Nullable News news) {
        var language = visit.reader().language();
        var words = Words.of(language);
        return new Answer(
                language,
                visit.nonce(),
                visit.mode(),
                alert.service() + " · " + Quoted.thing(alert.thing(), 60),
                true,
                "HIGH",
                words.say("case", "watch"),
                words.title("alarm", alert.kind()),
                words.say("unit", alert.unit()),
                time.clock(alert.acknowledgeBy()),
                visit.now().isBefore(alert.acknowledgeBy()),
                List.of(Quoted.text(alert.reason())),
                null,
                null,
                null,
                ending(visit, news, words));
    }

    private @Nullable Ending ending(Visit visit, @Nullable News news, Words words) {
        if (news == null) {
            return null;
        }
        var outcome = news.outcome().name();
        var person = news.personId();
        return new Ending(
                words.say("news", outcome),
                words.say("news." + outcome, "means"),
                person == null ? null : OneLine.of(visit.names().apply(person), 60),
                time.clock(news.at()));
    }

    sealed interface Shown {
        Language language();
    }

    record Plain(Language language, String nonce) implements Shown {}

    /** Several cases, and how many of them are open. */
    record Together(
            Language language,
            String nonce,
            Mode mode,
            String colour,
            long open,
            List<Answer> cases)
            implements Shown {}

    record Ending(String headline, String means, @Nullable String by, String at) {}

    record Answer(
            Language language,
            String nonce,
            Mode mode,
            String reference,
            boolean alert,
            String colour,
            String top,
            String title,
            String unit,
            String until,
            boolean inTime,
            List<String> reasons,
            @Nullable String clock,
            @Nullable String firstAnswer,
            @Nullable String next,
            @Nullable Ending ending)
            implements Shown {

        /** The reasons that are read at once. */
        public List<String> firstReasons() {
            return reasons.subList(0, Math.min(2, reasons.size()));
        }

        /** The reasons that are there for whoever wants to know more. */
        public List<String> moreReasons() {
            return reasons.subList(firstReasons().size(), reasons.size());
        }
    }
}
