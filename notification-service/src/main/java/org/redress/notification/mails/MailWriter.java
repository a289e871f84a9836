package org.redress.notification.mails;

import static java.util.Comparator.naturalOrder;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.redress.notification.cases.KnownCase;
import org.redress.notification.cases.Milestone;
import org.redress.notification.cases.Mode;
import org.redress.notification.cases.NewPromise;
import org.redress.notification.cases.Reminder;
import org.redress.notification.mails.Letter.AcknowledgmentLetter;
import org.redress.notification.mails.Letter.AlertLetter;
import org.redress.notification.mails.Letter.BundleLetter;
import org.redress.notification.mails.Letter.ListedCase;
import org.redress.notification.mails.Letter.NewsLetter;
import org.redress.notification.mails.Letter.NoticeLetter;
import org.redress.notification.mails.Letter.PageLetter;
import org.redress.notification.mails.Letter.Promise;
import org.redress.notification.mails.Letter.PromiseLetter;
import org.redress.notification.mails.Letter.ReminderLetter;
import org.redress.notification.mails.Letter.ResolutionLetter;
import org.redress.notification.mails.Letter.Sender;
import org.redress.notification.recipients.CustomerContact;
import org.redress.notification.recipients.Language;
import org.redress.notification.recipients.StaffMember;

/** Writes each mail in the language of its reader. */
@ApplicationScoped
public class MailWriter {
    private static final Pattern GREETING =
            Pattern.compile(
                    "(?i)dear |hello|good (morning|afternoon|evening)|尊敬的|亲爱的|.{0,12}[您你]好");
    private static final int SUBJECT = 160;
    private static final int NAME = 60;

    private final Templates templates;
    private final Contact contact;
    private final TenantTime time;

    MailWriter(
            Templates templates,
            Contact contact,
            @ConfigProperty(name = "redress.zone") ZoneId zone) {
        this.templates = templates;
        this.contact = contact;
        this.time = new TenantTime(zone);
    }

    /**
     * Calls a member of staff.
     *
     * @param link acknowledges without logging in
     * @param names the name of a person of staff, by id
     */
    public Mail page(
            Page page,
            KnownCase about,
            StaffMember reader,
            Mode mode,
            String link,
            UnaryOperator<String> names,
            Instant now) {
        var language = reader.language();
        var words = Words.of(language);
        var facts = new CaseFacts(about, page, words, time);
        return write(
                new PageLetter(
                        language,
                        mode,
                        about.caseNumber(),
                        OneLine.of(reader.name(), NAME),
                        Colour.of(page.severity()),
                        words.title("severity", page.severity()),
                        words.title("category", page.category()),
                        facts.title(),
                        facts.story(),
                        facts.reasons(language),
                        facts.seen(),
                        Tone.safety(about, words),
                        words.say("unit", page.unit()),
                        words.say("role", page.roleId()),
                        page.holder(),
                        page.step(),
                        page.repeat(),
                        facts.cause(),
                        facts.clock(now),
                        new Upcoming(time, names).inWords(page.next(), now, language),
                        time.clock(page.acknowledgeBy()),
                        minutes(Duration.between(now, page.acknowledgeBy())),
                        link));
    }

    /** A page among others, and the link that acknowledges it. */
    public record Ride(Page page, KnownCase about, String link) {}

    /**
     * Calls a member of staff about several cases, the first of which is the gravest.
     *
     * @param link acknowledges all of them without logging in
     */
    public Mail bundle(List<Ride> rides, StaffMember reader, Mode mode, String link) {
        var words = Words.of(reader.language());
        var first = rides.getFirst().page;
        var until = rides.stream().map(ride -> ride.page.acknowledgeBy()).min(naturalOrder());
        return write(
                new BundleLetter(
                        reader.language(),
                        mode,
                        rides.getFirst().about.caseNumber(),
                        OneLine.of(reader.name(), NAME),
                        Colour.of(first.severity()),
                        words.title("severity", first.severity()),
                        time.clock(until.orElseThrow()),
                        rides.stream().map(ride -> listed(ride, words)).toList(),
                        link));
    }

    private ListedCase listed(Ride ride, Words words) {
        var facts = new CaseFacts(ride.about, ride.page, words, time);
        return new ListedCase(
                ride.about.caseNumber(),
                words.title("severity", ride.page.severity()),
                words.title("category", ride.page.category()),
                facts.title(),
                words.say("unit", ride.page.unit()),
                facts.cause(),
                time.clock(ride.page.acknowledgeBy()),
                ride.link);
    }

    /** Calls who holds the watch; {@code link} acknowledges without logging in. */
    public Mail alert(AlertPage alert, StaffMember reader, Mode mode, String link, Instant now) {
        var language = reader.language();
        var words = Words.of(language);
        return write(
                new AlertLetter(
                        language,
                        mode,
                        reference(alert),
                        OneLine.of(reader.name(), NAME),
                        words.title("alarm", alert.kind()),
                        alert.service(),
                        Quoted.thing(alert.thing(), NAME),
                        Quoted.text(alert.reason()),
                        alert.count(),
                        time.moment(alert.since(), language),
                        alert.caseNumber(),
                        words.say("role", alert.roleId()),
                        alert.holder(),
                        alert.step(),
                        alert.repeat(),
                        time.clock(alert.acknowledgeBy()),
                        minutes(Duration.between(now, alert.acknowledgeBy())),
                        link));
    }

    /** Tells whoever was called about a case what became of it. */
    public Mail news(
            News news,
            Page page,
            KnownCase about,
            StaffMember reader,
            Mode mode,
            UnaryOperator<String> names) {
        var title = new CaseFacts(about, page, Words.of(reader.language()), time).title();
        return news(news, reader, mode, about.caseNumber(), title, names);
    }

    /** Tells whoever held the watch what became of an alert. */
    public Mail news(News news, AlertPage alert, StaffMember reader, UnaryOperator<String> names) {
        var title = Words.of(reader.language()).title("alarm", alert.kind());
        return news(news, reader, Mode.REAL, reference(alert), title, names);
    }

    private Mail news(
            News news,
            StaffMember reader,
            Mode mode,
            String reference,
            String title,
            UnaryOperator<String> names) {
        var words = Words.of(reader.language());
        var outcome = news.outcome().name();
        var person = news.personId();
        return write(
                new NewsLetter(
                        reader.language(),
                        mode,
                        reference,
                        OneLine.of(reader.name(), NAME),
                        words.say("news", outcome),
                        words.say("news." + outcome, "means"),
                        person == null ? null : OneLine.of(names.apply(person), NAME),
                        time.clock(news.at()),
                        title));
    }

    /** Tells the customer that their case has arrived, and the timetable. */
    public Mail acknowledgment(KnownCase about, CustomerContact reader, Mode mode) {
        var language = about.language();
        var words = Words.of(language);
        return write(
                new AcknowledgmentLetter(
                        language,
                        mode,
                        about.caseNumber(),
                        Quoted.line(reader.name(), NAME),
                        CaseFacts.title(about).orElseGet(() -> words.say("case", "yours")),
                        words.say("opening", Tone.of(about).name()),
                        Tone.safety(about, words),
                        promises(about.timetable(), language),
                        promised(about.timetable()).stream()
                                .anyMatch(promise -> time.isAtNight(promise.dueAt())),
                        sender(language)));
    }

    /** Tells a member of staff quietly what is soon due, or what there is to know. */
    public Mail reminder(Reminder reminder, KnownCase about, StaffMember reader, Mode mode) {
        var language = reader.language();
        var words = Words.of(language);
        var name = OneLine.of(reader.name(), NAME);
        var dueAt = reminder.dueAt();
        var until = dueAt == null ? null : time.moment(dueAt, language);
        var title =
                CaseFacts.title(about)
                        .orElseGet(() -> words.say("case", about.erased() ? "erased" : "unknown"));
        var occasion = reminder.occasion();
        if (occasion != null) {
            return write(
                    new NoticeLetter(
                            language,
                            mode,
                            about.caseNumber(),
                            name,
                            words.title("notice", occasion),
                            words.say("notice." + occasion, "means"),
                            until,
                            title));
        }
        return write(
                new ReminderLetter(
                        language,
                        mode,
                        about.caseNumber(),
                        name,
                        words.title("clock", Objects.requireNonNull(reminder.clock())),
                        Objects.requireNonNull(until),
                        title));
    }

    /** Tells the customer by when they hear from us now, and why not as they were told. */
    public Mail promise(NewPromise told, KnownCase about, CustomerContact reader, Mode mode) {
        var language = about.language();
        var words = Words.of(language);
        var milestone =
                new Milestone(told.milestone(), told.dueAt(), Milestone.By.RESPONSIBLE_UNIT);
        return write(
                new PromiseLetter(
                        language,
                        mode,
                        about.caseNumber(),
                        Quoted.line(reader.name(), NAME),
                        CaseFacts.title(about).orElseGet(() -> words.say("case", "yours")),
                        words.say("promised", told.later() ? "LATER" : "SOONER"),
                        promises(List.of(milestone), language).getFirst(),
                        time.isAtNight(told.dueAt()),
                        paragraphs(told.reason()),
                        sender(language)));
    }

    /** Tells the customer what has been done, and how to say that it isn't enough. */
    public Mail resolution(String resolution, KnownCase about, CustomerContact reader, Mode mode) {
        return resolution(resolution, false, about, reader, mode);
    }

    /** Tells the customer how their case has ended, and why. */
    public Mail closing(String words, KnownCase about, CustomerContact reader, Mode mode) {
        return resolution(words, true, about, reader, mode);
    }

    private Mail resolution(
            String resolution, boolean last, KnownCase about, CustomerContact reader, Mode mode) {
        var language = about.language();
        var words = Words.of(language);
        return write(
                new ResolutionLetter(
                        language,
                        mode,
                        about.caseNumber(),
                        Quoted.line(reader.name(), NAME),
                        CaseFacts.title(about).orElseGet(() -> words.say("case", "yours")),
                        paragraphs(resolution),
                        GREETING.matcher(resolution.strip()).lookingAt(),
                        words.say("resolved", Tone.of(about).name()),
                        last,
                        sender(language)));
    }

    /** The first line of a text template is the subject. */
    private Mail write(Letter letter) {
        var name = letter.template() + "." + letter.language().tag();
        var text = templates.render(name + ".txt", letter).strip();
        var end = text.indexOf('\n');
        return new Mail(
                OneLine.of(text.substring(0, end), SUBJECT),
                text.substring(end).strip() + "\n",
                templates.render(name + ".html", letter));
    }

    private static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The acknowledgment itself is this very mail: it needs no promise any more. */
    private static List<Milestone> promised(List<Milestone> timetable) {
        return timetable.stream()
                .filter(milestone -> milestone.milestone() != Milestone.Kind.ACKNOWLEDGMENT)
                .toList();
    }

    private List<Promise> promises(List<Milestone> timetable, Language language) {
        var words = Words.of(language);
        return promised(timetable).stream()
                .map(milestone ->
                        new Promise(
                                time.promise(milestone.dueAt(), language),
                                words.say(
                                        "promise." + milestone.by(), milestone.milestone().name())))
                .toList();
    }

    private Sender sender(Language language) {
        var name =
                switch (language) {
                    case ZH -> contact.nameZh();
                    case EN -> contact.nameEn();
                };
        return new Sender(name, contact.phone(), contact.email());
    }

    private static String reference(AlertPage alert) {
        return alert.service() + " · " + Quoted.thing(alert.thing(), NAME);
    }

    /** Half a minute counts as one: "0 minutes" would be read as too late. */
    private static long minutes(Duration left) {
        return left.isPositive() ? Math.max(1, left.plusSeconds(30).toMinutes()) : 0;
    }
}
