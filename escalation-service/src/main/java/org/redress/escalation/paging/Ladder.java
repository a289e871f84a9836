package org.redress.escalation.paging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.Duties;
import org.redress.escalation.organisation.EscalationPolicy;

/**
 * Who stands on which rung now, and where new pages get their ids. The only place that climbs:
 * whatever pages people, and whoever foretells it, goes up the same ladder.
 */
public record Ladder(Duties duties, Supplier<UUID> pageIds) {

    private static final UUID NOT_SENT_YET = new UUID(0, 0);

    /**
     * The page to the first person from there on. A rung that nobody holds, or whose person was
     * paged in the same go already, is passed over without waiting.
     *
     * @param start where to begin; empty above the last rung
     * @param unit whose duties they are, or those of the units above it
     * @param pages everybody who was paged so far
     * @return empty when the policy is exhausted
     */
    public Optional<Page> firstFrom(
            Optional<Rung> start,
            EscalationPolicy policy,
            UnitPath unit,
            List<Page> pages,
            Instant now) {
        for (Optional<Rung> at = start; at.isPresent(); at = at.get().next(policy)) {
            Optional<Page> page = pageOn(at.get(), policy, unit, now);
            if (page.isPresent() && pages.stream().noneMatch(page.get()::isToTheSameInOneRepeat)) {
                return page;
            }
        }
        return Optional.empty();
    }

    private Optional<Page> pageOn(Rung rung, EscalationPolicy policy, UnitPath unit, Instant now) {
        EscalationPolicy.Step step = rung.in(policy);
        return duties.find(step.role(), unit)
                .flatMap(duty -> {
                    PersonId person = duty.held(rung.holder());
                    return person == null
                            ? Optional.empty()
                            : Optional.of(
                                    new Page(
                                            pageIds.get(),
                                            rung,
                                            step.role(),
                                            duty.unit(),
                                            person,
                                            now,
                                            now.plus(step.waitFor()),
                                            false));
                });
    }

    /**
     * The pages that will follow the last of these if nobody acknowledges, as the roster stands
     * now; they have no ids yet.
     *
     * @param most how many at most
     */
    public List<Page> following(
            List<Page> pages, EscalationPolicy policy, UnitPath unit, int most) {
        var foretold = new Ladder(duties, () -> NOT_SENT_YET);
        var all = new ArrayList<>(pages);
        while (all.size() < pages.size() + most) {
            Page last = all.getLast();
            Optional<Page> next =
                    foretold.firstFrom(
                            last.rung().next(policy), policy, unit, all, last.acknowledgeBy());
            if (next.isEmpty()) {
                break;
            }
            all.add(next.get());
        }
        return List.copyOf(all.subList(pages.size(), all.size()));
    }
}
