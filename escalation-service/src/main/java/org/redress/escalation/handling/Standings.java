package org.redress.escalation.handling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;

/** How cases stand, for who asks what would become of them. */
@ApplicationScoped
public class Standings {

    private final Handlings handlings;

    Standings(Handlings handlings) {
        this.handlings = handlings;
    }

    /**
     * A case as it stands.
     *
     * @param facts none while nobody has judged it
     */
    public record Seen(UnitPath unit, @Nullable CaseFacts facts, @Nullable PersonId handler) {}

    /** The case of that number. */
    public Optional<Seen> find(CaseNumber number) {
        return handlings
                .find("number", number)
                .firstResultOptional()
                .map(found ->
                        new Seen(
                                found.ownerUnit(),
                                found.assessment == null ? null : found.facts(),
                                found.handler));
    }
}
