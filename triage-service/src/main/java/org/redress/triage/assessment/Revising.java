package org.redress.triage.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Answering;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Idempotency;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Versions;
import org.redress.triage.cases.CaseNumber;
import org.redress.triage.organisation.KnownUnits;

/** An officer's revision, from the request to its answer. */
@ApplicationScoped
class Revising {

    private final VisibleCases cases;
    private final TriageDesk desk;
    private final Caller caller;
    private final Idempotency idempotency;
    private final KnownUnits units;

    Revising(
            VisibleCases cases,
            TriageDesk desk,
            Caller caller,
            Idempotency idempotency,
            KnownUnits units) {
        this.cases = cases;
        this.desk = desk;
        this.caller = caller;
        this.idempotency = idempotency;
        this.units = units;
    }

    /** Revises once for each key, unless something is in the way; then the answer says what. */
    Response once(
            String number, @Nullable String ifMatch, @Nullable String key, Revision revision) {
        return Answers.about(
                number,
                valid ->
                        idempotency.once(
                                key, revision, answer -> revise(valid, ifMatch, revision, answer)));
    }

    /** Whoever is accountable must exist, or nobody is: {@code hq/} forgotten is a case lost. */
    private Optional<Response> unknownOwner(Revision revision) {
        return Optional.ofNullable(revision.ownerUnit())
                .filter(unit -> !units.exists(unit))
                .map(_ ->
                        Problem.badField("ownerUnit", "is no unit of the organisation")
                                .asResponse());
    }

    private Response revise(
            CaseNumber number, @Nullable String ifMatch, Revision revision, Answering answer) {
        var held = cases.hold(number);
        if (held.isEmpty()) {
            return Answers.noSuchCase();
        }
        answer.isAbout(held.get().file().caseId());
        return Versions.mismatch(ifMatch, held.get().assessment().revision())
                .or(() -> unknownOwner(revision))
                .orElseGet(() -> revised(held.get(), revision));
    }

    private Response revised(JudgedCase held, Revision revision) {
        var address = "/api/v1/cases/%s/assessment".formatted(held.file().caseNumber().text());
        return desk.revise(held, revision, caller.personId())
                .map(next ->
                        Answers.tagged(
                                Response.status(Status.CREATED).location(URI.create(address)),
                                next))
                .orElseGet(() ->
                        Problem.of(Status.GONE, "The customer of this case has been erased.")
                                .asResponse());
    }
}
