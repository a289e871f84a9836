package org.redress.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.redress.local.Patience;

/**
 * The part of a journey in which managers are mailed until one of them takes care.
 *
 * @param story hears what happens
 */
record Paging(Staff staff, Manners manners, String caseNumber, int round, Story story) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration RAISING = Duration.ofSeconds(10);
    // Whoever waits longer than this for the deputy has seen enough.
    private static final Duration SHORT_WAIT = Duration.ofSeconds(15);

    /**
     * How the managers of a case behave.
     *
     * @param followLink whether they use the link in the mail, or else the application
     * @param letPass whether the first of them lets the time pass, where it is short
     */
    record Manners(boolean followLink, boolean letPass) {
        /** Not everybody behaves the same, but each demo does. */
        static Manners of(int place) {
            return new Manners(place % 3 != 0, place % 5 == 3);
        }
    }

    /**
     * How long it took.
     *
     * @param toMail from the beginning of the round to the first mail
     * @param toAcknowledge from the last mail to the acknowledgment
     */
    record Took(Duration toMail, Duration toAcknowledge) {}

    /**
     * Goes through the round's escalation; empty where the policies reach nobody.
     *
     * @param expected whether somebody must be reached, so that it is worth waiting
     */
    Optional<Took> reach(Instant since, boolean expected) {
        return Patience.find(expected ? RAISING : Duration.ZERO, () -> paged(1))
                .map(escalation -> reach(escalation, since));
    }

    private Took reach(Handling.Escalation escalation, Instant since) {
        Handling.Page page = escalation.pages().getLast();
        PageMail mail = mailOf(page);
        Duration toMail = Times.between(since, mail.sentAt());
        story.tell("mailed", toMail, page.told() + " has the mail");
        if (manners.letPass() && page.patience().compareTo(SHORT_WAIT) <= 0) {
            story.tell("silent", page.patience(), page.told() + " lets the time pass");
            page = deputyOf(page);
            mail = mailOf(page);
        }
        Handling.Escalation taken = acknowledge(escalation, mail);
        Duration toAcknowledge = Times.between(mail.sentAt(), taken.acknowledgedAt().orElseThrow());
        story.tell("acknowledged", toAcknowledge, taken.told());
        return new Took(toMail, toAcknowledge);
    }

    private Handling.Page deputyOf(Handling.Page silent) {
        return Patience.orFail(
                        silent.patience().plus(RAISING),
                        "Nobody was paged after " + silent.personId(),
                        () -> paged(2))
                .pages()
                .getLast();
    }

    private PageMail mailOf(Handling.Page page) {
        return Patience.orFail(
                PATIENCE,
                "No mail went out to " + page.personId(),
                () -> staff.mail(caseNumber, page));
    }

    private Handling.Escalation acknowledge(Handling.Escalation escalation, PageMail mail) {
        if (manners.followLink()) {
            staff.acknowledgeByLink(mail);
        } else {
            staff.acknowledgeByApi(escalation);
        }
        return Patience.orFail(
                PATIENCE,
                "Escalation did not hear of the acknowledgment",
                () -> paged(1).filter(one -> one.acknowledgedAt().isPresent()));
    }

    /** The escalation of this round, once it has paged so many people. */
    private Optional<Handling.Escalation> paged(int pages) {
        return staff.handling(caseNumber)
                .flatMap(handling -> handling.escalation(round))
                .filter(escalation -> escalation.pages().size() >= pages);
    }
}
