package org.redress.escalation.paging;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.Duties;
import org.redress.escalation.organisation.EscalationPolicy;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.Reached;
import org.redress.escalation.organisation.Target;

/**
 * Who stands on which rung now, and where new pages get their ids. The only place that climbs:
 * whatever pages people, and whoever foretells it, goes up the same ladder.
 *
 * @param organisation the version of the organisation whose duties they are
 */
public record Ladder(Duties duties, long organisation, Supplier<UUID> pageIds) {

    private static final UUID NOT_SENT_YET = new UUID(0, 0);

    /** The ladder of this organisation; ids of pages sort by time. */
    public static Ladder of(Organisation organisation) {
        return new Ladder(organisation, organisation.version(), UuidCreator::getTimeOrderedEpoch);
    }

    /**
     * The pages of the first rung from there on that reaches anybody. A rung that nobody holds, or
     * whose persons were paged in the same go already, is passed over without waiting.
     *
     * @param start where to begin; empty above the last rung
     * @param unit whose duties they are, or those of the units above it
     * @param pages everybody who was paged so far
     * @return empty when the policy is exhausted
     */
    public List<Page> firstFrom(
            Optional<Rung> start,
            EscalationPolicy policy,
            UnitPath unit,
            List<Page> pages,
            Instant now) {
        for (Optional<Rung> at = start; at.isPresent(); at = at.get().next(policy)) {
            List<Page> found = pagesOn(at.get(), policy, unit, pages, now);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<Page> pagesOn(
            Rung rung, EscalationPolicy policy, UnitPath unit, List<Page> before, Instant now) {
        EscalationPolicy.Step step = rung.in(policy);
        List<Page> found = new ArrayList<>();
        for (Reached reached : duties.reach(step, unit, now)) {
            boolean paged =
                    Stream.concat(before.stream(), found.stream())
                            .anyMatch(page -> page.isTo(reached.person(), rung.repeat()));
            if (reached.holder() == rung.holder() && !paged) {
                found.add(
                        new Page(
                                pageIds.get(),
                                rung,
                                reached.role(),
                                reached.unit(),
                                reached.person(),
                                now,
                                now.plus(step.waitFor()),
                                false));
            }
        }
        return found;
    }

    /** A page by which somebody who was reached already is asked once more. */
    Page again(Rung rung, EscalationPolicy policy, UnitPath unit, PersonId person, Instant now) {
        return new Page(
                pageIds.get(),
                rung,
                Target.BY_NAME,
                unit,
                person,
                now,
                now.plus(rung.in(policy).waitFor()),
                false);
    }

    /**
     * The pages that will follow the last of these if nobody acknowledges, each as the roster will
     * stand by then; they have no ids yet.
     *
     * @param most how many at most
     */
    public List<Page> following(
            List<Page> pages, EscalationPolicy policy, UnitPath unit, int most) {
        var foretold = new Ladder(duties, organisation, () -> NOT_SENT_YET);
        var all = new ArrayList<>(pages);
        while (all.size() < pages.size() + most) {
            Page last = all.getLast();
            List<Page> next =
                    foretold.firstFrom(
                            last.rung().next(policy), policy, unit, all, last.acknowledgeBy());
            if (next.isEmpty()) {
                break;
            }
            all.addAll(next);
        }
        return List.copyOf(all.subList(pages.size(), Math.min(all.size(), pages.size() + most)));
    }
}
