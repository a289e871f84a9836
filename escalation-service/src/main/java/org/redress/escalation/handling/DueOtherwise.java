package org.redress.escalation.handling;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.clocks.Clocks;
import org.redress.escalation.clocks.DueThen;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.OrganisationStore;

/**
 * Which open cases would be due at another time if the organisation was another one: asked of what
 * would make it so (ADR 15), and of no more cases than somebody waits for.
 */
@ApplicationScoped
public class DueOtherwise {

    private static final int MOST_CASES = 5_000;
    private static final int AT_ONCE = 500;
    private static final int SHOWN = 20;

    private final Handlings handlings;
    private final Clocks clocks;
    private final OrganisationStore organisation;

    DueOtherwise(Handlings handlings, Clocks clocks, OrganisationStore organisation) {
        this.handlings = handlings;
        this.clocks = clocks;
        this.organisation = organisation;
    }

    /**
     * What would change.
     *
     * @param total how many clocks would be due at another time
     * @param lookedAt how many cases were looked at
     * @param all whether these were all that are open; otherwise there may be more of them
     * @param first those that are due first
     */
    public record Foreseen(int total, int lookedAt, boolean all, List<DueThen> first) {

        /** Nothing that clocks are timed by would change. */
        public static final Foreseen NOTHING = new Foreseen(0, 0, true, List.of());

        public Foreseen {
            first = List.copyOf(first);
        }
    }

    /** What that organisation would make otherwise. */
    public Foreseen by(Organisation then, Instant now) {
        return then.timesAs(organisation.current())
                ? Foreseen.NOTHING
                : QuarkusTransaction.requiringNew().call(() -> foresee(then, now));
    }

    private Foreseen foresee(Organisation then, Instant now) {
        List<CaseId> open = List.copyOf(clocks.behind(then.version(), MOST_CASES));
        List<DueThen> due = new ArrayList<>();
        for (int i = 0; i < open.size(); i += AT_ONCE) {
            List<CaseId> some = open.subList(i, Math.min(open.size(), i + AT_ONCE));
            due.addAll(clocks.dueThen(facts(some), then, now));
        }
        return new Foreseen(
                due.size(),
                open.size(),
                open.size() < MOST_CASES,
                due.stream().sorted(Comparator.comparing(DueThen::first)).limit(SHOWN).toList());
    }

    private List<CaseFacts> facts(List<CaseId> cases) {
        List<CaseFacts> facts =
                handlings.find("id in ?1", Set.copyOf(cases)).stream()
                        .map(Handling::facts)
                        .toList();
        handlings.getEntityManager().clear();
        return facts;
    }
}
