package org.redress.notification.mails;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.CaseStory;
import org.redress.notification.cases.KnownCase;
import org.redress.notification.cases.Milestone;
import org.redress.notification.cases.Mode;
import org.redress.notification.mails.Letter.AcknowledgmentLetter;
import org.redress.notification.mails.Letter.PageLetter;
import org.redress.notification.mails.Letter.Promise;
import org.redress.notification.mails.Letter.ResolutionLetter;
import org.redress.notification.mails.Letter.Sender;
import org.redress.notification.recipients.CustomerContact;
import org.redress.notification.recipients.Language;
import org.redress.notification.recipients.StaffMember;

/** Writes each mail in the language of its reader. */
@ApplicationScoped
public class MailWriter {
    private static final Set<String> NOTHING_TO_BE_SORRY_FOR = Set.of("INQUIRY", "SUGGESTION");
    private static final Pattern GREETING =
            Pattern.compile(
                    "(?i)dear |hello|good (morning|afternoon|evening)|尊敬的|亲爱的|.{0,12}[您你]好");
    private static final int SUBJECT = 160;
    private static final int TITLE = 80;

    private final Templates templates;
    private final Contact contact;
    private final TenantTime time;

    @Inject
    MailWriter(
            Templates templates,
            Contact contact,
            @ConfigProperty(name = "redress.zone", defaultValue = "Asia/Shanghai") ZoneId zone) {
        this.templates = templates;
        this.contact = contact;
        this.time = new TenantTime(zone);
    }

    /** Calls a member of staff; {@code link} acknowledges without logging in. */
    public Mail page(
            Page page, KnownCase about, StaffMember reader, Mode mode, String link, Instant now) {
        var language = reader.language();
        var words = Words.of(language);
        return write(
                new PageLetter(
                        language,
                        mode,
                        about.caseNumber(),
                        reader.name(),
                        Colour.of(page.severity()),
                        words.say("severity", page.severity()),
                        words.say("category", page.category()),
                        title(about, words),
                        about.story().orElse(null),
                        reasons(about, language),
                        seen(about),
                        words.say("unit", page.unit()),
                        words.say("role", page.roleId()),
                        page.holder(),
                        page.step(),
                        page.repeat(),
                        cause(page, words),
                        time.clock(page.acknowledgeBy()),
                        minutes(Duration.between(now, page.acknowledgeBy())),
                        link));
    }

    /** Tells the customer that their case has arrived, and the timetable. */
    public Mail acknowledgment(KnownCase about, CustomerContact reader, Mode mode) {
        var language = about.language();
        return write(
                new AcknowledgmentLetter(
                        language,
                        mode,
                        about.caseNumber(),
                        reader.name(),
                        title(about, Words.of(language)),
                        sorry(about),
                        promises(about.timetable(), language),
                        sender(language)));
    }

    /** Tells the customer what has been done, and how to say that it isn't enough. */
    public Mail resolution(String resolution, KnownCase about, CustomerContact reader, Mode mode) {
        var language = about.language();
        return write(
                new ResolutionLetter(
                        language,
                        mode,
                        about.caseNumber(),
                        reader.name(),
                        title(about, Words.of(language)),
                        resolution.lines().map(String::strip).filter(l -> !l.isEmpty()).toList(),
                        GREETING.matcher(resolution.strip()).lookingAt(),
                        sorry(about),
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

    private static String title(KnownCase about, Words words) {
        return about.story()
                .map(CaseStory::subject)
                .map(subject -> OneLine.of(subject, TITLE))
                .orElseGet(() -> words.say("case", "erased"));
    }

    /** What besides its severity brought the case here; null when nothing did. */
    private static @Nullable String cause(Page page, Words words) {
        return switch (page.trigger()) {
            case "SEVERITY" -> null;
            case "CLOCK_BREACH" ->
                    words.say("trigger", page.trigger())
                            .formatted(words.say("clock", String.valueOf(page.clock())));
            default -> words.say("trigger", page.trigger());
        };
    }

    private static List<String> reasons(KnownCase about, Language language) {
        return about.assessment().stream()
                .flatMap(assessment -> assessment.reasons().stream())
                .map(reason -> reason.in(language))
                .distinct()
                .toList();
    }

    private static List<String> seen(KnownCase about) {
        return about.assessment().stream()
                .flatMap(assessment -> assessment.signals().stream())
                .flatMap(signal -> signal.words().stream())
                .distinct()
                .limit(8)
                .toList();
    }

    /** An unassessed case may well be a complaint, so an apology is in place (IN-13). */
    private static boolean sorry(KnownCase about) {
        return about.assessment()
                .map(assessment -> !NOTHING_TO_BE_SORRY_FOR.contains(assessment.caseClass()))
                .orElse(true);
    }

    /** The acknowledgment itself is this very mail: it needs no promise any more. */
    private List<Promise> promises(List<Milestone> timetable, Language language) {
        var words = Words.of(language);
        return timetable.stream()
                .filter(milestone -> milestone.milestone() != Milestone.Kind.ACKNOWLEDGMENT)
                .map(milestone ->
                        new Promise(
                                time.moment(milestone.dueAt(), language),
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

    /** Half a minute counts as one: "0 minutes" would be read as too late. */
    private static long minutes(Duration left) {
        return left.isPositive() ? Math.max(1, left.plusSeconds(30).toMinutes()) : 0;
    }
}
