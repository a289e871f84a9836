package org.redress.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.demo.Registration.Accepted;
import org.redress.local.Failure;
import org.redress.local.Patience;

/** One case on its way from the customer's call to the closed case, as its people go with it. */
final class Journey {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PlayedCase script;
    private final Cast cast;
    private final InstantSource clock;
    private final Story story;
    private String number = "";
    private @Nullable Assessment assessment;
    private Optional<Duration> toAssess = Optional.empty();
    private Optional<Paging.Took> paging = Optional.empty();
    private int round = 1;
    private Instant changedAt = Instant.EPOCH;

    /** Everybody whom a case meets, and the BI team that watches. */
    record Cast(Agent agent, Staff staff, Facts facts) {}

    /**
     * What became of a case of the script.
     *
     * @param problem why it went no further; null when nothing went wrong
     * @param assessment null when there was none
     * @param paging of the first round; empty when nobody was paged in it
     * @param total from the first request to the end
     */
    record Played(
            int place,
            PlayedCase script,
            @Nullable String problem,
            @Nullable Assessment assessment,
            Optional<Duration> toAssess,
            Optional<Paging.Took> paging,
            int rounds,
            Duration total) {

        /** Where it went other than a person who knows the plans would decide. */
        List<String> differences() {
            List<String> differences = new ArrayList<>();
            if (assessment != null) {
                differences.addAll(assessment.differences(script.expected()));
                if (assessment.isGrave() && paging.isEmpty() && problem == null) {
                    differences.add(assessment.severity() + ", yet no manager was reached");
                }
            }
            return differences;
        }
    }

    Journey(int place, PlayedCase script, Cast cast, InstantSource clock) {
        this.script = script;
        this.cast = cast;
        this.clock = clock;
        this.story = new Story(place, script.name());
    }

    /** Goes all the way; a journey that breaks off tells why. */
    Played play(String key) {
        Instant begunAt = clock.instant();
        String problem = null;
        try {
            Accepted registered = register(key + "-" + story.place());
            Assessment made = assess(registered);
            paging = managers().reach(registered.answeredAt(), made.isGrave());
            work();
            while (!isCustomerSatisfied()) {
                managers().reach(changedAt, false);
                work();
            }
            report(registered);
        } catch (Failure e) {
            problem = e.getMessage();
            story.tell("PROBLEM: " + problem);
        }
        return new Played(
                story.place(),
                script,
                problem,
                assessment,
                toAssess,
                paging,
                round,
                Duration.between(begunAt, clock.instant()));
    }

    private Accepted register(String idempotencyKey) {
        JsonNode form = script.formAt(clock.instant());
        return switch (cast.agent().register(form, idempotencyKey)) {
            case Accepted accepted -> {
                number = accepted.caseNumber();
                story.tell("201", accepted.took(), number + ", " + script.origin());
                yield accepted;
            }
            case Registration.Refused(String reason) ->
                    throw new Failure("Intake refused the case: " + reason);
            case Registration.NotNow(String reason) ->
                    throw new Failure("Intake could not take the case: " + reason);
        };
    }

    private Assessment assess(Accepted registered) {
        Assessment made =
                Patience.orFail(
                        PATIENCE,
                        "Triage has not assessed the case",
                        () -> cast.staff().assessment(number));
        Duration took = Times.between(registered.answeredAt(), made.assessedAt());
        assessment = made;
        toAssess = Optional.of(took);
        story.tell("assessed", took, made.axes());
        story.tell(made.because(script.isChinese()));
        story.tell(made.saw());
        return made;
    }

    private Paging managers() {
        return new Paging(cast.staff(), Paging.Manners.of(story.place()), number, round, story);
    }

    private void work() {
        Staff handler = cast.staff();
        Patience.orFail(
                PATIENCE,
                "Escalation has not assigned the case to a unit",
                () -> handler.handling(number).filter(Handling::isAssigned));
        timed("accepted", "the handler has it", () -> handler.accept(number));
        String answer = script.firstResponse();
        timed("answered", answer, () -> handler.respondFirst(number, answer));
        String resolution = script.resolutionOf(round);
        timed("resolved", resolution, () -> handler.resolve(number, resolution));
    }

    private void timed(String stage, String told, Runnable work) {
        Instant begunAt = clock.instant();
        work.run();
        story.tell(stage, Duration.between(begunAt, clock.instant()), told);
    }

    /** The agent asks and records the answer; a no begins the next round. */
    private boolean isCustomerSatisfied() {
        if (!Patience.sees(PATIENCE, () -> cast.agent().seesResolved(number, round))) {
            throw new Failure("Intake does not show the case as resolved.");
        }
        boolean satisfied = script.isSatisfiedIn(round);
        Instant askedAt = clock.instant();
        cast.agent().recordSatisfaction(number, satisfied);
        Handling handling =
                Patience.orFail(
                        PATIENCE,
                        "Escalation did not hear what the customer said",
                        () ->
                                cast.staff()
                                        .handling(number)
                                        .filter(now ->
                                                satisfied ? now.isClosed() : now.round() > round));
        changedAt = handling.changedAt();
        Duration took = Times.between(askedAt, changedAt);
        if (satisfied) {
            story.tell("closed", took, "as " + handling.closedAs());
        } else {
            round = handling.round();
            story.tell("reopened", took, "the customer was not satisfied: round " + round);
        }
        return satisfied;
    }

    /** The journey ends where the BI team reads that it has ended. */
    private void report(Accepted registered) {
        Instant toldAt =
                Patience.orFail(
                        PATIENCE,
                        "LOST: no fact of the closed case on redress.bi.case-facts",
                        () -> cast.facts().of(registered.caseId()).flatMap(Facts.Told::closedAt));
        story.tell("BI fact", Times.between(changedAt, toldAt), "the BI team reads it as closed");
    }
}
