package org.redress.escalation.paging;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Optional;
import org.redress.escalation.organisation.EscalationPolicy;
import org.redress.escalation.organisation.Holder;

/**
 * A place on the ladder of a policy.
 *
 * @param repeat which time the steps are gone through, from 1
 * @param step which step, from 1
 * @param holder which of the two who hold the step's role
 */
@Embeddable
public record Rung(
        @Column(name = "repeat") int repeat,
        @Column(name = "step") int step,
        @Enumerated(EnumType.STRING) @Column(name = "holder") Holder holder) {

    /** Where every ladder begins. */
    public static final Rung FIRST = new Rung(1, 1, Holder.A);

    /** The A holder, then the B holder, then the next step, then everything once more. */
    public Optional<Rung> next(EscalationPolicy policy) {
        if (holder == Holder.A) {
            return Optional.of(new Rung(repeat, step, Holder.B));
        }
        if (step < policy.steps().size()) {
            return Optional.of(new Rung(repeat, step + 1, Holder.A));
        }
        return repeat < policy.repeat()
                ? Optional.of(new Rung(repeat + 1, 1, Holder.A))
                : Optional.empty();
    }

    /** The first rung once more, beyond what a policy repeats. */
    public Rung onceMore() {
        return new Rung(repeat + 1, 1, Holder.A);
    }

    /** Whether no page of this rung can be delivered. */
    public boolean isVain(List<Page> pages) {
        return pages.stream().filter(page -> page.rung().equals(this)).allMatch(Page::failed);
    }

    /** The policy's step on this rung. */
    public EscalationPolicy.Step in(EscalationPolicy policy) {
        return policy.steps().get(step - 1);
    }
}
