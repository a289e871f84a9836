package org.redress.intake.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.CaseEvent;
import org.redress.intake.cases.CaseEvent.Stamp;
import org.redress.intake.cases.Contact;
import org.redress.intake.cases.Correction;
import org.redress.intake.cases.Satisfaction;
import org.redress.intake.staff.Actor;

/**
 * One line of a case's journal: what happened after the registration, when, and who wrote it down.
 * Which of the last fields are there depends on the kind.
 */
@JsonInclude(Include.NON_NULL)
public record JournalEntry(
        Instant at,
        int round,
        Kind kind,
        Actor by,
        @Nullable Contact contact,
        @Nullable Correction correction,
        @Nullable Satisfaction satisfaction,
        @Nullable Integer attempt,
        @Nullable String note) {

    /** What happened. */
    public enum Kind {
        CONTACT,
        CORRECTION,
        SATISFACTION,
        WITHDRAWAL
    }

    static JournalEntry of(CaseEvent event) {
        Stamp stamp = event.stamp();
        return switch (event) {
            case CaseEvent.ContactLogged logged ->
                    entry(stamp, Kind.CONTACT, logged.contact(), null, null, null, null);
            case CaseEvent.Corrected it ->
                    entry(stamp, Kind.CORRECTION, null, it.correction(), null, null, it.reason());
            case CaseEvent.SatisfactionRecorded it ->
                    entry(
                            stamp,
                            Kind.SATISFACTION,
                            null,
                            null,
                            it.outcome(),
                            it.attempt(),
                            it.note());
            case CaseEvent.Withdrawn it ->
                    entry(stamp, Kind.WITHDRAWAL, null, null, null, null, it.reason());
            case CaseEvent.Registered _ ->
                    throw new IllegalArgumentException("the journal begins after the registration");
        };
    }

    /** The entry without what was said, which whoever has just written it down knows. */
    JournalEntry withoutWords() {
        return new JournalEntry(at, round, kind, by, null, null, satisfaction, attempt, null);
    }

    private static JournalEntry entry(
            Stamp stamp,
            Kind kind,
            @Nullable Contact contact,
            @Nullable Correction correction,
            @Nullable Satisfaction satisfaction,
            @Nullable Integer attempt,
            @Nullable String note) {
        return new JournalEntry(
                stamp.at(),
                stamp.round(),
                kind,
                stamp.by(),
                contact,
                correction,
                satisfaction,
                attempt,
                note);
    }

    @Override
    public String toString() {
        return "JournalEntry[kind=" + kind + ", at=" + at + "]";
    }
}
