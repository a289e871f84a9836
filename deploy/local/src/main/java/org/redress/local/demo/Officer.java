package org.redress.local.demo;

import java.io.IOException;
import java.util.Optional;

/** The triage officer, who sees what the rules made of a case and why. */
final class Officer {

    private static final int NOT_FOUND = 404;

    private final Api triage;

    Officer(Api triage) {
        this.triage = triage;
    }

    /** The present assessment of the case, once there is one. */
    Optional<Assessment> assessment(String caseNumber, boolean chinese) {
        try {
            Answer answer = triage.get("/api/v1/cases/" + caseNumber + "/assessment");
            return answer.status() == NOT_FOUND
                    ? Optional.empty()
                    : Optional.of(Assessment.of(answer.orFail("The assessment").body(), chinese));
        } catch (IOException e) {
            throw new DemoFailure("Triage can't be reached: " + e, e);
        }
    }
}
