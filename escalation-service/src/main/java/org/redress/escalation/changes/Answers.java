package org.redress.escalation.changes;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.redress.escalation.changes.Change.Outcome;
import org.redress.escalation.organisation.InvalidOrganisation.Mistake;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Versions;

/** Outcomes of changes, made or asked about, over HTTP. */
public final class Answers {

    private static final int PRECONDITION_REQUIRED = 428;

    private Answers() {}

    static Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Previewed(Preview preview) ->
                    Response.ok(preview).tag(Versions.tag(preview.version())).build();
            case Outcome.Applied(long version, Preview preview) ->
                    Response.ok(preview).tag(Versions.tag(version)).build();
            case Outcome.Unconfirmed _ ->
                    Problem.of(
                                    PRECONDITION_REQUIRED,
                                    "Read the preview (preview=true) and send its confirmation.")
                            .violation("confirmation", "is missing")
                            .asResponse();
            case Outcome.Outdated _ ->
                    Problem.of(
                                    Status.PRECONDITION_FAILED,
                                    "It has changed since you read it; read it again.")
                            .violation("confirmation", "is not that of the present preview")
                            .asResponse();
            case Outcome.Invalid(List<Mistake> mistakes) -> invalid(mistakes);
        };
    }

    /** Each mistake by its path. */
    public static Response invalid(List<Mistake> mistakes) {
        var problem =
                Problem.of(Status.BAD_REQUEST, "The organisation would not be valid.")
                        .code("organisation-invalid");
        for (Mistake mistake : mistakes) {
            String field = mistake.path().isEmpty() ? "body" : mistake.path();
            problem = problem.violation(field, mistake.wrong());
        }
        return problem.asResponse();
    }
}
