package org.redress.escalation.investigation;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.clocks.Answer;
import org.redress.escalation.clocks.CaseClock;
import org.redress.escalation.clocks.ClockView;
import org.redress.escalation.clocks.Clocks;
import org.redress.escalation.clocks.ledger.Cause.Pause;
import org.redress.escalation.handling.Hand;
import org.redress.escalation.handling.Handling;
import org.redress.escalation.handling.Outcome;

/**
 * Asks, and hears the answers: RESOLUTION waits from the first question that is open to the last
 * answer, unless somebody has paused it themselves or let it go on.
 */
@ApplicationScoped
class InquiryDesk {

    private final Inquiries inquiries;
    private final Clocks clocks;

    InquiryDesk(Inquiries inquiries, Clocks clocks) {
        this.inquiries = inquiries;
        this.clocks = clocks;
    }

    Outcome ask(
            Handling handling,
            @Nullable UnitPath unit,
            Findings.Question question,
            Hand hand,
            Instant now) {
        if (!question.dueAt().isAfter(now)) {
            return new Outcome.Unfit("dueAt", "must lie ahead");
        }
        Outcome outcome = handling.inquire("INFORMATION_REQUESTED", hand, now);
        if (outcome instanceof Outcome.Done) {
            Pause reason = unit == null ? Pause.CUSTOMER : Pause.INFORMATION;
            inquiries.ask(
                    handling.id(),
                    new Inquiry(
                            UuidCreator.getTimeOrderedEpoch(),
                            unit,
                            question.question(),
                            hand.person(),
                            now,
                            question.dueAt(),
                            pause(handling, reason, hand, now).orElse(null),
                            null,
                            null,
                            null));
        }
        return outcome;
    }

    /** What is answered already stays as it was answered. */
    Outcome answer(Handling handling, Inquiry asked, String answer, Hand hand, Instant now) {
        if (!asked.isOpen()) {
            return new Outcome.Unchanged();
        }
        Outcome outcome = handling.inquire("INFORMATION_ANSWERED", hand, now);
        if (outcome instanceof Outcome.Done) {
            inquiries.answer(handling.id(), asked.requestId(), answer, hand.person(), now);
            List<Inquiry> all = inquiries.of(handling.id());
            if (all.stream().noneMatch(Inquiry::isOpen)) {
                resume(handling, all, hand, now);
            }
        }
        return outcome;
    }

    private Optional<UUID> pause(Handling handling, Pause reason, Hand hand, Instant now) {
        return resolution(handling)
                .filter(clock -> clock.state() != CaseClock.State.PAUSED)
                .map(ClockView::clockId)
                .filter(clock ->
                        clocks.pause(clock, reason, null, hand.actor(), now)
                                instanceof Answer.Done);
    }

    private void resume(Handling handling, List<Inquiry> all, Hand hand, Instant now) {
        resolution(handling)
                .filter(clock -> clock.state() == CaseClock.State.PAUSED)
                .map(ClockView::clockId)
                .filter(clock -> all.stream().map(Inquiry::pausedClock).anyMatch(clock::equals))
                .ifPresent(clock -> clocks.resume(clock, hand.actor(), now));
    }

    private Optional<ClockView> resolution(Handling handling) {
        return clocks.of(handling.id()).stream()
                .filter(clock -> clock.clock() == ClockName.RESOLUTION && clock.stoppedAt() == null)
                .findFirst();
    }
}
