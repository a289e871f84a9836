package org.redress.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.local.Failure;

/** One case on its way from the customer's call to the closed case, as its people go with it. */
final class Journey {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PlayedCase script;
    private final Cast cast;
    private final InstantSource clock;
    private final Story story;
    private final Paging.Manners manners;
    private String number = "";
    private @Nullable Assessment assessment;
    private Optional<Paging.Took> paging = Optional.empty();
    private int round = 1;
    private Instant changedAt = Instant.EPOCH;

    /**
     * What became of a case of the script.
     *
     * @param row how far it came
     * @param assessment null when there was none
     * @param paging of the first round; empty when nobody was paged in it
     * @param total from the first request to the end
     */
    record Played(
            PlayedCase script,
            Row row,
            @Nullable Assessment assessment,
            Optional<Paging.Took> paging,
            int rounds,
            Duration total) {

        Optional<Duration> toAssess() {
            return Optional.ofNullable(row.times().get(Stage.ASSESSED));
        }

        /** Where it went other than a person who knows the plans would decide. */
        List<String> differences() {
            List<String> differences = new ArrayList<>();
            if (assessment != null) {
                differences.addAll(assessment.differences(script.expected()));
                if (assessment.isGrave() && paging.isEmpty() && row.problem() == null) {
                    differences.add(assessment.severity() + ", yet no manager was reached");
                }
            }
            return differences;
        }
    }

    Journey(int place, PlayedCase script, Cast cast, Narrator narrator, InstantSource clock) {
        this.script = script;
        this.cast = cast;
        this.clock = clock;
        this.story = new Story(Row.first(place, script.name()), narrator);
        this.manners = Paging.Manners.of(place);
    }

    /** Goes all the way; a journey that breaks off tells why in its row. */
    Played play(String run) {
        Instant begunAt = clock.instant();
        try {
            Registration.Accepted registered = register("demo-" + run + "-" + story.row().place());
            Assessment made = assess(registered);
            paging = managers().reach(registered.answeredAt(), made.isGrave());
            work();
            while (!isCustomerSatisfied()) {
                managers().reach(changedAt, false);
                work();
            }
            report(registered);
        } catch (Failure e) {
            story.failed(e.getMessage());
        }
        story.over();
        Duration total = Duration.between(begunAt, clock.instant());
        return new Played(script, story.row(), assessment, paging, round, total);
    }

    private Registration.Accepted register(String idempotencyKey) {
        JsonNode form = script.formAt(clock.instant());
        return switch (cast.agent().register(form, idempotencyKey)) {
            case Registration.Accepted accepted -> {
                number = accepted.caseNumber();
                story.numbered(number);
                story.reached(Stage.REGISTERED, accepted.took(), script.origin());
                yield accepted;
            }
            case Registration.Refused(String reason) ->
                    throw new Failure("Intake refused the case: " + reason);
            case Registration.NotNow(String reason) ->
                    throw new Failure("Intake could not take the case: " + reason);
        };
    }

    private Assessment assess(Registration.Accepted registered) {
        Assessment made =
                Await.orFail(
                        PATIENCE,
                        "Triage has not assessed the case",
                        () -> cast.staff().assessment(number));
        assessment = made;
        String because = made.because(script.isChinese());
        story.note(made.axes());
        story.note(because);
        story.note(made.saw());
        story.reached(
                Stage.ASSESSED,
                Times.between(registered.answeredAt(), made.assessedAt()),
                made.axes() + ", " + because);
        return made;
    }

    private Paging managers() {
        return new Paging(cast.staff(), manners, number, round, story);
    }

    private void work() {
        Staff handler = cast.staff();
        Await.orFail(
                PATIENCE,
                "Escalation has not assigned the case to a unit",
                () -> handler.handling(number).filter(Handling::isAssigned));
        timed(Stage.ACCEPTED, "the handler has accepted it", () -> handler.accept(number));
        String answer = script.firstResponse();
        timed(
                Stage.ANSWERED,
                "told the customer: " + answer,
                () -> handler.respondFirst(number, answer));
        String resolution = script.resolutionOf(round);
        timed(Stage.RESOLVED, "resolved: " + resolution, () -> handler.resolve(number, resolution));
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
                () -> cast.agent().resolved(number, round));
        boolean satisfied = script.isSatisfiedIn(round);
        Instant askedAt = clock.instant();
        cast.agent().recordSatisfaction(number, satisfied);
        Handling handling =
                Await.orFail(
                        PATIENCE,
                        "Escalation did not hear what the customer said",
                        () ->
                                cast.staff()
                                        .handling(number)
                                        .filter(now ->
                                                satisfied ? now.isClosed() : now.round() > round));
        changedAt = handling.changedAt();
        if (satisfied) {
            story.reached(
                    Stage.CLOSED,
                    Times.between(askedAt, changedAt),
                    "closed as " + handling.closedAs());
        } else {
            round = handling.round();
            story.reopened("the customer was not satisfied: reopened, round " + round);
        }
        return satisfied;
    }

    /** The journey ends where the BI team reads that it has ended. */
    private void report(Registration.Accepted registered) {
        Instant toldAt =
                Await.orFail(
                        PATIENCE,
                        "LOST: no fact of the closed case on redress.bi.case-facts",
                        () ->
                                cast.facts()
                                        .of(registered.caseId())
                                        .flatMap(FactWatch.Seen::closedAt));
        story.reached(Stage.REPORTED, Times.between(changedAt, toldAt), "the BI team has its fact");
    }
}
