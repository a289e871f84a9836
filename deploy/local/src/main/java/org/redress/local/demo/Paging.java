package org.redress.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The part of a journey in which managers are mailed until one of them takes care. */
final class Paging {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration RAISING = Duration.ofSeconds(10);
    // Whoever waits longer than this for the deputy has seen enough.
    private static final Duration SHORT_WAIT = Duration.ofSeconds(15);

    private final People people;
    private final Manners manners;
    private final String caseNumber;
    private final int round;
    private final Story story;

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
    record Times(Duration toMail, Duration toAcknowledge) {}

    Paging(People people, Manners manners, String caseNumber, int round, Story story) {
        this.people = people;
        this.manners = manners;
        this.caseNumber = caseNumber;
        this.round = round;
        this.story = story;
    }

    /**
     * Goes through the round's escalation; empty where the policies reach nobody.
     *
     * @param expected whether somebody must be reached, so that it is worth waiting
     */
    Optional<Times> reach(Instant since, boolean expected) {
        return Await.within(expected ? RAISING : Duration.ZERO, () -> paged(1))
                .map(escalation -> reach(escalation, since));
    }

    private Times reach(Escalation escalation, Instant since) {
        Escalation.Page page = escalation.pages().getLast();
        PageMail mail = mailOf(page);
        Duration toMail = Took.between(since, mail.sentAt());
        story.reached(Stage.MAILED, toMail, page.told() + " has the mail");
        if (manners.letPass() && page.patience().compareTo(SHORT_WAIT) <= 0) {
            page = deputyOf(page);
            mail = mailOf(page);
        }
        Escalation.Acknowledged acknowledged = acknowledge(escalation, mail);
        Duration toAcknowledge = Took.between(mail.sentAt(), acknowledged.at());
        String told =
                "%s was mailed, %s took care %s"
                        .formatted(page.told(), acknowledged.person(), acknowledged.how());
        story.note(round == 1 ? told : "round " + round + ": " + told);
        story.reached(Stage.ACKNOWLEDGED, toAcknowledge, told);
        return new Times(toMail, toAcknowledge);
    }

    private Escalation.Page deputyOf(Escalation.Page silent) {
        String told = silent.told() + " lets the time pass";
        story.note(told);
        story.reached(Stage.MAILED, story.row().times().get(Stage.MAILED), told);
        return Await.orFail(
                        silent.patience().plus(RAISING),
                        "Nobody was paged after " + silent.person(),
                        () -> paged(2))
                .pages()
                .getLast();
    }

    private PageMail mailOf(Escalation.Page page) {
        return Await.orFail(
                PATIENCE,
                "No mail went out to " + page.person(),
                () -> people.managers().mail(caseNumber, page));
    }

    private Escalation.Acknowledged acknowledge(Escalation escalation, PageMail mail) {
        if (manners.followLink()) {
            people.managers().acknowledgeByLink(mail);
        } else {
            people.managers().acknowledgeByApi(escalation);
        }
        return Await.orFail(
                PATIENCE,
                "Escalation did not hear of the acknowledgment",
                () -> paged(1).flatMap(Escalation::acknowledged));
    }

    /** The escalation of this round, once it has paged so many people. */
    private Optional<Escalation> paged(int pages) {
        return people.handler()
                .look(caseNumber)
                .flatMap(handling -> handling.escalation(round))
                .filter(escalation -> escalation.pages().size() >= pages);
    }
}
