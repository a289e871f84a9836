package org.redress.escalation.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.clocks.CaseClock;
import org.redress.escalation.clocks.ledger.Booking;
import org.redress.escalation.cohandling.CoHandling;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Idempotency;
import org.redress.platform.web.Problem;
import org.redress.platform.web.ReadAudit;
import org.redress.platform.web.Versions;

/**
 * What all doors of a case have in common: a case that the caller doesn't see does not exist; who
 * changes one has seen it as it is, and the same request changes it once.
 */
@ApplicationScoped
public class CaseDoor {

    private final HandlingViews views;
    private final Handlings handlings;
    private final HandlingDesk desk;
    private final Idempotency idempotency;
    private final Caller caller;
    private final ReadAudit audit;

    CaseDoor(
            HandlingViews views,
            Handlings handlings,
            HandlingDesk desk,
            Idempotency idempotency,
            Caller caller,
            ReadAudit audit) {
        this.views = views;
        this.handlings = handlings;
        this.desk = desk;
        this.idempotency = idempotency;
        this.caller = caller;
        this.audit = audit;
    }

    /** What a person does to a case. */
    @FunctionalInterface
    public interface Command {
        Outcome put(Handling handling, Hand hand, Instant now);
    }

    Response look(String number) {
        return onGenuine(
                number, genuine -> find(genuine).map(this::answer).orElseGet(CaseDoor::unknown));
    }

    /** What belongs to a case and holds words, for whoever sees the case. */
    public Response show(String number, Function<CaseId, ?> part) {
        return onGenuine(
                number,
                genuine ->
                        find(genuine)
                                .map(found -> {
                                    audit.record("case", found.caseNumber(), found.caseId());
                                    return Response.ok(part.apply(new CaseId(found.caseId())))
                                            .build();
                                })
                                .orElseGet(CaseDoor::unknown));
    }

    /** The case as it stands, if there is one that the caller may see. */
    Optional<HandlingView.Summary> find(CaseNumber number) {
        return views.find(number).filter(handling -> sees(handling.ownerUnit(), handling.asked()));
    }

    public Response change(String number, Attempt attempt, Object request, Command command) {
        return changeBy(
                number,
                attempt,
                request,
                handling -> desk.apply(handling, (it, now) -> command.put(it, hand(), now)));
    }

    /** As {@link #change}, where the desk has a word in it. */
    Response changeBy(
            String number, Attempt attempt, Object request, Function<Handling, Outcome> command) {
        return put(
                number,
                attempt,
                request,
                handling ->
                        caller.sees(handling.ownerUnit().value())
                                ? changed(handling, attempt, command)
                                : Problem.of(
                                                Response.Status.FORBIDDEN,
                                                "Another unit answers for the case.")
                                        .asResponse());
    }

    /** As {@link #change}, also for those who have been asked. */
    Response changeAsked(String number, Attempt attempt, Object request, Command command) {
        return put(
                number,
                attempt,
                request,
                handling ->
                        changed(
                                handling,
                                attempt,
                                held ->
                                        desk.apply(
                                                held, (it, now) -> command.put(it, hand(), now))));
    }

    private Response changed(
            Handling handling, Attempt attempt, Function<Handling, Outcome> command) {
        return Versions.mismatch(attempt.ifMatch(), handling.version())
                .orElseGet(() -> answer(handling, command.apply(handling)));
    }

    private Response put(
            String number, Attempt attempt, Object request, Function<Handling, Response> change) {
        return onGenuine(
                number,
                genuine ->
                        idempotency.once(
                                attempt.key(),
                                request,
                                answering -> {
                                    Optional<Handling> held = lockVisible(genuine);
                                    held.map(handling -> handling.id().value())
                                            .ifPresent(answering::isAbout);
                                    return held.map(change).orElseGet(CaseDoor::unknown);
                                }));
    }

    private Optional<Handling> lockVisible(CaseNumber number) {
        return handlings
                .lock(number)
                .filter(handling -> sees(handling.ownerUnit().value(), handling.asked()));
    }

    /** Whoever has been asked sees the case too, until the lead has done with their answer. */
    private boolean sees(String owner, List<String> asked) {
        return caller.sees(owner) || asked.stream().anyMatch(caller::sees);
    }

    Hand hand() {
        return new Hand(new PersonId(caller.personId()), caller.has("manager"));
    }

    private Response answer(Handling handling, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _, Outcome.Unchanged _, Outcome.Premature _ -> {
                handlings.flush();
                yield answer(views.find(handling.ref().number()).orElseThrow());
            }
            case Outcome.Unfit(String field, String why) ->
                    Problem.badField(field, why).asResponse();
            case Outcome.Refused refused ->
                    Problem.of(Response.Status.CONFLICT, says(refused)).asResponse();
            case Outcome.Implausible(String why) -> throw new IllegalStateException(why);
        };
    }

    private static String says(Outcome.Refused refused) {
        return switch (refused) {
            case Outcome.NotAssessed _ ->
                    "Nobody has said yet whose the case is; triage is at work.";
            case Outcome.NotAccepted _ -> "Accept the case first.";
            case Outcome.HandledBy(PersonId handler) -> "The case is handled by " + handler + ".";
            case Outcome.Over(Status status) -> "The case is " + status + ".";
            case Outcome.StillOpen(Status status) ->
                    "The case is " + status + "; there is nothing to reopen.";
            case Outcome.TooLate(Duration within) ->
                    "The case was closed more than %d days ago; register a new one."
                            .formatted(within.toDays());
            case Outcome.Recused(PersonId person) -> "The case concerns " + person + ".";
            case Outcome.NothingAbove _ -> "There is no unit above.";
            case Outcome.NotAnswerable(CaseClass caseClass) ->
                    "Inquiries and suggestions are answered; this is a " + caseClass + ".";
            case Outcome.TooEarly(int fromRound) ->
                    "Unless the demand is contrary to the rules, this is for round %d and later."
                            .formatted(fromRound);
            case Outcome.AnswersOpen(String units) ->
                    "The answer of %s is still open: accept or withdraw it.".formatted(units);
            case Outcome.AskedAlready(UnitPath unit) -> unit + " has been asked already.";
            case Outcome.NotCoHandled(CoHandling.Refusal why) -> says(why);
            case Outcome.NotTimed(Booking.Refused why) -> says(why);
            case Outcome.ClockOver(CaseClock.State state) -> "The clock is " + state + ".";
            case Outcome.NothingPromised _ ->
                    "The customer was promised nothing that is still to come.";
            case Outcome.NothingProposed _ -> "Nobody has proposed to close the case.";
            case Outcome.FourEyes(PersonId person) ->
                    "Somebody other than " + person + " has to decide.";
            case Outcome.NoPlan _ -> "No plan waits for a decision.";
            case Outcome.PlanNeeded _ -> "A manager has to approve a handling plan first.";
            case Outcome.OfferIs(String state) -> "The offer is %s.".formatted(state);
            case Outcome.TooMuch(BigDecimal sum, BigDecimal upTo) ->
                    "With what was promised before it is %s; you may promise up to %s."
                            .formatted(plain(sum), plain(upTo));
            case Outcome.NobodyMay(BigDecimal sum) ->
                    "With what was promised before it is %s; nobody who could be asked may promise that much."
                            .formatted(plain(sum));
            case Outcome.Unfit(String field, String why) -> field + " " + why;
        };
    }

    private static String says(CoHandling.Refusal why) {
        return switch (why) {
            case NOT_ANSWERED -> "The unit has not answered.";
            case ANSWERED -> "The unit has answered already.";
            case RETURNED_ONCE -> "An answer is returned once only: accept or withdraw it.";
            case OVER -> "Nobody waits for an answer any more.";
        };
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    private static String says(Booking.Refused why) {
        return switch (why) {
            case Booking.AlreadyPaused _ -> "The clock is paused already.";
            case Booking.NotPaused _ -> "The clock is not paused.";
            case Booking.ByLaw _ ->
                    "A law times it: it is not paused, and extended only as the law says.";
            case Booking.DueAlready(Instant dueAt) -> "The clock was due at " + dueAt + ".";
            case Booking.OutOfOrder _, Booking.SameTerms _, Booking.NotLonger _ ->
                    "The clock has just been changed; try again.";
        };
    }

    /** Notes and answers may hold personal data, hence the audit. */
    private Response answer(HandlingView.Summary found) {
        audit.record("case", found.caseNumber(), found.caseId());
        return Response.ok(views.whole(found)).tag(Versions.tag(found.version())).build();
    }

    /** Goes on with a case number whose check digit fits. */
    static Response onGenuine(String number, Function<CaseNumber, Response> then) {
        return CaseNumber.isGenuine(number)
                ? then.apply(new CaseNumber(number))
                : Problem.badField(
                                "number",
                                "is no case number: its form is C-yyyymmdd-nnnnnn and its last digit checks the others")
                        .asResponse();
    }

    static Response unknown() {
        return Problem.of(Response.Status.NOT_FOUND, "There is no such case.")
                .violation("number", "is not known")
                .asResponse();
    }
}
