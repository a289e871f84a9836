package org.redress.notification.messages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.CaseKnown;
import org.redress.notification.cases.Cases;
import org.redress.notification.cases.NewPromise;
import org.redress.notification.cases.Origin;
import org.redress.notification.cases.Reminder;
import org.redress.notification.mails.AlertPage;
import org.redress.notification.mails.News;
import org.redress.notification.mails.Page;
import org.redress.notification.messages.PagedMessage.End;

/** Decides what is written to whom when something has happened. */
@ApplicationScoped
public class Correspondence {
    private final NewMessages messages;
    private final Calls calls;
    private final Cases cases;

    Correspondence(NewMessages messages, Calls calls, Cases cases) {
        this.messages = messages;
        this.calls = calls;
        this.cases = cases;
    }

    /** The customer hears at once that the case has arrived, and its timetable (IN-09, IN-10). */
    void acknowledge(@Observes CaseKnown known) {
        messages.add(
                Draft.toCustomer(
                        "acknowledgment:%s:%d".formatted(known.caseId(), known.round()),
                        Purpose.CUSTOMER_ACKNOWLEDGMENT,
                        known.origin(),
                        new CaseRef(known.caseId(), known.caseNumber(), known.round()),
                        known.customerId(),
                        null));
    }

    /** The customer hears what was done (NO-04); one mail for each round. */
    public void resolve(Origin origin, CaseRef about, End end, String resolution) {
        calls.endRound(about.id(), about.round(), end);
        messages.add(
                Draft.toCustomer(
                        "resolution:%s:%d".formatted(about.id(), about.round()),
                        Purpose.CUSTOMER_RESOLUTION,
                        origin,
                        about,
                        null,
                        cases.sealResolution(about.id(), resolution)));
    }

    /** The customer hears by when they hear from us now, and why not as they were told (IN-11). */
    public void promise(Origin origin, CaseRef about, NewPromise promise) {
        messages.add(
                Draft.toCustomer(
                        "promise:" + origin.causeId(),
                        Purpose.CUSTOMER_PROMISE,
                        origin,
                        about,
                        null,
                        cases.sealPromise(about.id(), promise)));
    }

    /** The case is over: its links say so. */
    public void close(UUID caseId, int round, End end) {
        calls.endRound(caseId, round, end);
    }

    /** As above; the customer hears how it ended if nothing has told them before (IN-21). */
    public void close(Origin origin, CaseRef about, End end, @Nullable String words) {
        close(about.id(), about.round(), end);
        if (words != null) {
            messages.add(
                    Draft.lastToCustomer(
                            "closing:%s:%d".formatted(about.id(), about.round()),
                            origin,
                            about,
                            new News(end.outcome(), null, end.at(), List.of()),
                            cases.sealResolution(about.id(), words)));
        }
    }

    /** The person whom escalation names is called (NO-06), unless nobody is needed any more. */
    public void call(
            Origin origin, CaseRef about, String personId, Page page, String escalationId) {
        messages.add(
                Draft.toStaff(
                        "page:" + page.pageId(),
                        Purpose.ESCALATION_PAGE,
                        origin,
                        about,
                        personId,
                        page,
                        escalationId,
                        null));
    }

    /**
     * Whom a warning or a notice tells hears quietly what is soon due, or what there is to know.
     */
    public void remind(Origin origin, CaseRef about, String personId, Reminder reminder) {
        messages.add(
                Draft.reminder(
                        "reminder:" + origin.causeId(),
                        origin,
                        about,
                        personId,
                        cases.sealReminder(about.id(), reminder)));
    }

    /** Who holds the watch is called. */
    public void alarm(Origin origin, String personId, AlertPage page, String alertId) {
        messages.add(
                Draft.toStaff(
                        "page:" + page.pageId(),
                        Purpose.ALERT_PAGE,
                        origin,
                        null,
                        personId,
                        page,
                        alertId,
                        null));
    }

    /** Somebody has it, by a link of ours or elsewhere. */
    public void taken(String callId, String personId, String via, Instant at) {
        calls.take(callId, personId, via, at);
    }

    /** Nobody needs to be reached about it any more. */
    public void settled(String callId, End end) {
        calls.settle(callId, end);
    }
}
