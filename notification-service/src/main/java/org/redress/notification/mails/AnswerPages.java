package org.redress.notification.mails;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.CaseStory;
import org.redress.notification.cases.KnownCase;
import org.redress.notification.cases.Milestone;
import org.redress.notification.cases.Mode;
import org.redress.notification.recipients.Language;
import org.redress.notification.recipients.StaffMember;

/**
 * The small HTML pages behind an acknowledge link. They need no script, no image, no other file.
 */
@ApplicationScoped
public class AnswerPages {
    private static final int TITLE = 120;

    private final Templates templates;
    private final TenantTime time;

    @Inject
    AnswerPages(
            Templates templates,
            @ConfigProperty(name = "redress.zone", defaultValue = "Asia/Shanghai") ZoneId zone) {
        this.templates = templates;
        this.time = new TenantTime(zone);
    }

    /** Asks the reader to confirm; only their tap acknowledges. */
    public String confirm(
            Page page, KnownCase about, StaffMember reader, Mode mode, String nonce, Instant now) {
        return render("confirm", answer(page, about, reader, mode, nonce, null, null, now));
    }

    /** Tells the reader that they have it, since when, and what to do next. */
    public String done(
            Page page, KnownCase about, StaffMember reader, Mode mode, String nonce, Instant at) {
        return render("done", answer(page, about, reader, mode, nonce, null, at, at));
    }

    /** Tells the reader that somebody else has it. */
    public String taken(
            Page page,
            KnownCase about,
            StaffMember reader,
            Mode mode,
            String nonce,
            String by,
            Instant at) {
        return render("taken", answer(page, about, reader, mode, nonce, by, at, at));
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

    private Answer answer(
            Page page,
            KnownCase about,
            StaffMember reader,
            Mode mode,
            String nonce,
            @Nullable String by,
            @Nullable Instant at,
            Instant now) {
        var language = reader.language();
        var words = Words.of(language);
        return new Answer(
                language,
                nonce,
                mode,
                about.caseNumber(),
                page.severity(),
                words.say("severity", page.severity()),
                words.say("category", page.category()),
                about.story()
                        .map(CaseStory::subject)
                        .map(subject -> OneLine.of(subject, TITLE))
                        .orElseGet(() -> words.say("case", "erased")),
                words.say("unit", page.unit()),
                time.clock(page.acknowledgeBy()),
                now.isBefore(page.acknowledgeBy()),
                by,
                at == null ? null : time.clock(at),
                firstAnswer(about, language));
    }

    private @Nullable String firstAnswer(KnownCase about, Language language) {
        return about.timetable().stream()
                .filter(milestone -> milestone.milestone() == Milestone.Kind.FIRST_RESPONSE)
                .map(milestone -> time.moment(milestone.dueAt(), language))
                .findFirst()
                .orElse(null);
    }

    private sealed interface Shown {
        Language language();
    }

    private record Plain(Language language, String nonce) implements Shown {}

    private record Answer(
            Language language,
            String nonce,
            Mode mode,
            String caseNumber,
            String severity,
            String severityWord,
            String category,
            String title,
            String unit,
            String until,
            boolean inTime,
            @Nullable String by,
            @Nullable String at,
            @Nullable String firstAnswer)
            implements Shown {}
}
