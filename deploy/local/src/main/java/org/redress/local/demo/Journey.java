package org.redress.local.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One case on its way from the customer's call to the closed case, as its people go with it. */
final class Journey {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PlayedCase script;
    private final People people;
    private final InstantSource clock;
    private final Story story;
    private final Paging.Manners manners;

    private String number = "";
    private @Nullable Assessment assessment;
    private Optional<Paging.Times> paging = Optional.empty();
    private int round = 1;
    private Instant changedAt = Instant.EPOCH;

    Journey(int place, PlayedCase script, People people, Narrator narrator, InstantSource clock) {
        this.script = script;
        this.people = people;
        this.clock = clock;
        this.story = new Story(Row.first(place, script.name()), narrator);
        this.manners = Paging.Manners.of(place);
    }

    /** Goes all the way; a journey that breaks off tells why in its row. */
    Played play(String run) {
        Instant begunAt = clock.instant();
        try {
            Registered registered = register("demo-" + run + "-" + story.row().place());
            Assessment made = assess(registered);
            paging = managers().reach(registered.answeredAt(), made.isGrave());
            work();
            while (!isCustomerSatisfied()) {
                managers().reach(changedAt, false);
                work();
            }
            report(registered);
        } catch (DemoFailure e) {
            story.failed(e.getMessage());
        }
        story.over();
        return new Played(
                script,
                story.row(),
                assessment,
                paging,
                round,
                Duration.between(begunAt, clock.instant()));
    }

    private Registered register(String idempotencyKey) {
        Instant now = clock.instant();
        try {
            return switch (people.agent().register(script.formAt(now), idempotencyKey)) {
                case Registration.Accepted(Registered registered) -> {
                    number = registered.caseNumber();
                    story.numbered(number);
                    story.reached(Stage.REGISTERED, registered.took(), script.origin());
                    yield registered;
                }
                case Registration.Refused(String reason) ->
                        throw new DemoFailure("Intake refused the case: " + reason);
                case Registration.NotNow(String reason) ->
                        throw new DemoFailure("Intake could not take the case: " + reason);
            };
        } catch (IOException e) {
            throw new DemoFailure("Intake can't be reached: " + e, e);
        }
    }

    private Assessment assess(Registered registered) {
        Assessment made =
                Await.orFail(
                        PATIENCE,
                        "Triage has not assessed the case",
                        () -> people.officer().assessment(number, script.isChinese()));
        assessment = made;
        story.note(made.axes());
        story.note(made.because());
        story.note(made.saw());
        story.reached(
                Stage.ASSESSED,
                Took.between(registered.answeredAt(), made.at()),
                made.axes() + ", " + made.because());
        return made;
    }

    private Paging managers() {
        return new Paging(people, manners, number, round, story);
    }

    private void work() {
        Handler handler = people.handler();
        Await.orFail(
                PATIENCE,
                "Escalation has not assigned the case to a unit",
                () -> handler.look(number).filter(Handling::isAssigned));
        timed(Stage.ACCEPTED, "the handler has accepted it", () -> handler.accept(number));
        timed(
                Stage.ANSWERED,
                "told the customer: " + script.firstResponse(),
                () -> handler.respondFirst(number, script.firstResponse()));
        timed(
                Stage.RESOLVED,
                "resolved: " + script.resolutionOf(round),
                () -> handler.resolve(number, script.resolutionOf(round)));
    }

    private void timed(Stage stage, String told, Runnable work) {
        Instant begunAt = clock.instant();
        work.run();
        story.reached(stage, Duration.between(begunAt, clock.instant()), told);
    }

    /** The agent asks and records the answer; a no begins the next round. */
    private boolean isCustomerSatisfied() {
        Await.orFail(
                PATIENCE,
                "Intake does not show the case as resolved",
                () -> people.agent().resolved(number, round));
        boolean satisfied = script.isSatisfiedIn(round);
        Instant askedAt = clock.instant();
        people.agent().recordSatisfaction(number, satisfied);
        Handling handling =
                Await.orFail(
                        PATIENCE,
                        "Escalation did not hear what the customer said",
                        () ->
                                people.handler()
                                        .look(number)
                                        .filter(now ->
                                                satisfied ? now.isClosed() : now.round() > round));
        changedAt = handling.changedAt();
        if (satisfied) {
            story.reached(
                    Stage.CLOSED,
                    Took.between(askedAt, changedAt),
                    "closed as " + handling.closedAs());
        } else {
            round = handling.round();
            story.reopened("the customer was not satisfied: reopened, round " + round);
        }
        return satisfied;
    }

    /** The journey ends where the BI team reads that it has ended. */
    private void report(Registered registered) {
        Instant toldAt =
                Await.orFail(
                        PATIENCE,
                        "LOST: no fact of the closed case on redress.bi.case-facts",
                        () ->
                                people.facts()
                                        .of(registered.caseId())
                                        .flatMap(FactWatch.Seen::closedAt));
        story.reached(Stage.REPORTED, Took.between(changedAt, toldAt), "the BI team has its fact");
    }
}
