package org.redress.triage.assessment;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.function.Function;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Versions;
import org.redress.triage.cases.CaseNumber;

/** What the doors answer about one case. */
final class Answers {

    private Answers() {}

    /** The answer about the case of this number, unless it is none. */
    static Response about(String number, Function<CaseNumber, Response> answer) {
        return CaseNumber.parse(number)
                .map(answer)
                .orElseGet(() ->
                        Problem.badField("number", "is not a case number, or mistyped")
                                .asResponse());
    }

    static Response tagged(Response.ResponseBuilder answer, JudgedCase judged) {
        return answer.tag(Versions.tag(judged.assessment().revision()))
                .entity(AssessmentView.of(judged))
                .build();
    }

    static Response noSuchCase() {
        return Problem.of(Status.NOT_FOUND, "There is no such case in your units.").asResponse();
    }
}
