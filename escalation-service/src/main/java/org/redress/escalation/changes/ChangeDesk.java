package org.redress.escalation.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jboss.logging.Logger;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.changes.Change.Outcome;
import org.redress.escalation.handling.DueOtherwise;
import org.redress.escalation.organisation.Document;
import org.redress.escalation.organisation.InvalidOrganisation;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.OrganisationChanged;
import org.redress.escalation.organisation.OrganisationJson;
import org.redress.escalation.organisation.OrganisationStore;
import org.redress.escalation.organisation.OrganisationVersion;
import org.redress.escalation.organisation.OrganisationYaml;
import org.redress.escalation.watch.Reachability;

/** Makes another organisation of the one that holds, or tells what it would be. */
@ApplicationScoped
class ChangeDesk {

    private static final Logger LOG = Logger.getLogger(ChangeDesk.class);

    private final OrganisationStore store;
    private final DueOtherwise dueOtherwise;
    private final Reachability reachability;
    private final Clock clock;

    ChangeDesk(
            OrganisationStore store,
            DueOtherwise dueOtherwise,
            Reachability reachability,
            Clock clock) {
        this.store = store;
        this.dueOtherwise = dueOtherwise;
        this.reachability = reachability;
        this.clock = clock;
    }

    /** Changes what the caller saw. */
    Outcome change(Organisation before, Edit edit, Change change) {
        JsonNode tree = MissingNode.getInstance();
        try {
            tree = edit.how().apply(OrganisationJson.tree(before.document()));
            Organisation after = store.next(OrganisationYaml.read("organisation", tree));
            Instant now = clock.instant();
            Preview preview =
                    Preview.of(before, after, unreached(after), dueOtherwise.by(after, now), now);
            return decide(change, before, after, preview, now);
        } catch (InvalidOrganisation invalid) {
            return new Outcome.Invalid(edit.byField(invalid.mistakes(), tree));
        }
    }

    private Set<PersonId> unreached(Organisation after) {
        return reachability.unreached(
                after.document().persons().stream().map(Document.Person::id).toList());
    }

    private Outcome decide(
            Change change, Organisation before, Organisation after, Preview preview, Instant now) {
        if (change.previewOnly()) {
            return new Outcome.Previewed(preview);
        }
        if (preview.changes().isEmpty()) {
            return new Outcome.Applied(before.version(), preview);
        }
        if (change.confirmation() == null) {
            return change.needsConfirmation() || preview.isRisky()
                    ? new Outcome.Unconfirmed()
                    : apply(change, before, after, preview, now);
        }
        return change.confirmation().equals(preview.confirmation())
                ? apply(change, before, after, preview, now)
                : new Outcome.Outdated();
    }

    private Outcome apply(
            Change change, Organisation before, Organisation after, Preview preview, Instant now) {
        var version =
                new OrganisationVersion(
                        after.version(),
                        after.document(),
                        now,
                        change.by().id(),
                        change.reason(),
                        preview.changes());
        var told = new OrganisationChanged(before.document(), after, change.by(), now);
        boolean added =
                after.version() == before.version() + 1
                        && QuarkusTransaction.requiringNew().call(() -> store.add(version, told));
        store.catchUp();
        if (!added) {
            return new Outcome.Outdated();
        }
        LOG.infof("organisation changed version=%d by=%s", after.version(), change.by().id());
        return new Outcome.Applied(after.version(), preview);
    }
}
