package org.redress.triage.events;

import static java.util.Objects.requireNonNull;
import static org.redress.platform.messaging.Subscription.prepared;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.platform.messaging.Alarms;
import org.redress.platform.messaging.IncomingEvent;
import org.redress.platform.messaging.Subscription;
import org.redress.platform.vault.Vault;
import org.redress.triage.assessment.CaseFile;
import org.redress.triage.assessment.CaseReader;
import org.redress.triage.assessment.TriageDesk;
import org.redress.triage.cases.Correction;
import org.redress.triage.cases.Mode;
import org.redress.triage.cases.Unit;

/** What intake tells of cases. A case is read and judged before its transaction begins. */
@ApplicationScoped
class CaseEvents implements Subscription {

    private final TriageDesk desk;
    private final CaseReader reader;
    private final Vault vault;
    private final Alarms alarms;

    CaseEvents(TriageDesk desk, CaseReader reader, Vault vault, Alarms alarms) {
        this.desk = desk;
        this.reader = reader;
        this.vault = vault;
        this.alarms = alarms;
    }

    @Override
    public String topic() {
        return "redress.cases";
    }

    @Override
    public List<Reaction> reactions() {
        return List.of(
                prepared("redress.case.registered.v1", CaseRegistered.class, this::registered),
                prepared("redress.case.corrected.v1", Correction.class, this::corrected));
    }

    /** The keys of all cases are made in one trip. */
    @Override
    public void expect(Collection<IncomingEvent> events) {
        vault.prepare(
                events.stream()
                        .flatMap(event -> caseId(event.key()).stream())
                        .collect(Collectors.toSet()));
    }

    private static Optional<UUID> caseId(@Nullable String key) {
        try {
            return key == null ? Optional.empty() : Optional.of(UUID.fromString(key));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Runnable registered(IncomingEvent event, CaseRegistered registered) {
        var unit = unit(event, registered.caseId());
        var mode = Mode.valueOf(requireNonNull(event.extension("mode"), "mode"));
        var file =
                new CaseFile(
                        registered.caseId(),
                        registered.caseNumber(),
                        mode,
                        registered.round(),
                        unit);
        var read = reader.read(registered.facts(unit));
        return () -> desk.assess(file, read);
    }

    private Runnable corrected(IncomingEvent event, Correction correction) {
        var read = reader.read(correction);
        return () -> desk.reassess(correction, read);
    }

    /** A unit that is not ours is no reason to lose the case: it is taken as arisen at the top. */
    private Unit unit(IncomingEvent event, UUID caseId) {
        var path = event.extension("orgunit");
        if (path == null) {
            return Unit.TOP;
        }
        return Unit.parse(path)
                .orElseGet(() -> {
                    alarms.report("UNIT_UNKNOWN", path, "not the path of a unit", caseId);
                    return Unit.TOP;
                });
    }
}
