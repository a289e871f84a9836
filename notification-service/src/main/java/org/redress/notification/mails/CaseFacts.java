package org.redress.notification.mails;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.CaseStory;
import org.redress.notification.cases.KnownCase;
import org.redress.notification.cases.Milestone;
import org.redress.notification.recipients.Language;

/** What staff read about a case: from the call itself, and whatever more is known. */
record CaseFacts(KnownCase about, Page page, Words words, TenantTime time) {
    private static final int TITLE = 80;
    private static final int SEEN = 8;

    /** The customer's subject, unless it is not known. */
    static Optional<String> title(KnownCase about) {
        return about.story().map(CaseStory::subject).map(subject -> Quoted.line(subject, TITLE));
    }

    String title() {
        return title(about)
                .orElseGet(() -> words.say("case", about.erased() ? "erased" : "unknown"));
    }

    @Nullable CaseStory story() {
        return about.story()
                .map(story ->
                        new CaseStory(
                                title(),
                                Quoted.text(story.excerpt()),
                                quoted(story.place()),
                                quoted(story.product())))
                .orElse(null);
    }

    List<String> reasons(Language language) {
        return about.assessment().stream()
                .flatMap(assessment -> assessment.reasons().stream())
                .map(reason -> Quoted.text(reason.in(language)))
                .distinct()
                .toList();
    }

    List<String> seen() {
        return about.assessment().stream()
                .flatMap(assessment -> assessment.signals().stream())
                .flatMap(signal -> signal.words().stream())
                .map(word -> Quoted.line(word, TITLE))
                .distinct()
                .limit(SEEN)
                .toList();
    }

    /** What besides its severity brought the case here; null when nothing did. */
    @Nullable String cause() {
        return switch (page.trigger()) {
            case "SEVERITY" -> null;
            case "CLOCK_BREACH", "CLOCK_WARNING" ->
                    words.say("trigger", page.trigger())
                            .formatted(words.say("clock", String.valueOf(page.clock())));
            default -> words.say("trigger", page.trigger());
        };
    }

    /** The clock that counts: what has to be done by when, or since when it is late. */
    @Nullable String clock(Instant now) {
        var due = page.clockDueAt();
        if (due == null || page.clock() == null) {
            return null;
        }
        return words.say("counts", now.isBefore(due) ? "until" : "since")
                .formatted(words.say("clock", page.clock()), time.clock(due));
    }

    /** By when the customer was promised to hear from us first. */
    @Nullable String firstAnswer(Language language) {
        return about.timetable().stream()
                .filter(milestone -> milestone.milestone() == Milestone.Kind.FIRST_RESPONSE)
                .map(milestone -> time.moment(milestone.dueAt(), language))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String quoted(@Nullable String text) {
        return text == null ? null : Quoted.text(text);
    }
}
