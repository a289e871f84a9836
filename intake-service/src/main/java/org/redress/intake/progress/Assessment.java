package org.redress.intake.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.CaseId;

/**
 * What intake reads and shows of {@code redress.case.assessed}. Triage's words are passed on as
 * they come: intake decides nothing by them.
 *
 * @param reason why a person revised it
 */
@JsonInclude(Include.NON_NULL)
public record Assessment(
        CaseId caseId,
        int revision,
        Instant occurredAt,
        String caseClass,
        String category,
        String severity,
        String conductLevel,
        String responseLevel,
        String priority,
        String tier,
        String ownerUnit,
        List<Reason> reasons,
        @Nullable String reason)
        implements Progress.Told {

    public Assessment {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(caseClass, "caseClass");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(ownerUnit, "ownerUnit");
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
        if (revision < 1) {
            throw new IllegalArgumentException("revision");
        }
    }

    /** A rule that fired, for people to read. */
    public record Reason(String rule, Bilingual text) {}

    /** One text in both languages. */
    public record Bilingual(String zh, String en) {}
}
