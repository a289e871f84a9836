package org.redress.escalation.foresight;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.Channel;
import org.redress.escalation.cases.Mode;
import org.redress.escalation.cases.Origin;
import org.redress.escalation.cases.Priority;
import org.redress.escalation.cases.Promises;
import org.redress.escalation.cases.ResponseLevel;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;
import org.redress.escalation.cases.UnitPath;

/**
 * A case that is asked about: a real one by its number, or one that is only imagined.
 *
 * @param caseNumber the case as it stands; with {@code at} as if it were judged as it is then
 * @param at from when on; now unless told
 * @param unit whose it is; this and the severity is all that an imagined case needs
 * @param incidentUnit in which unit it happened
 */
@Schema(name = "ImaginedCase")
record Imagined(
        @Nullable String caseNumber,
        @Nullable Instant at,
        @Nullable String unit,
        @Nullable Severity severity,
        @Nullable CaseClass caseClass,
        @Nullable String category,
        @Nullable ResponseLevel responseLevel,
        @Nullable Tier tier,
        @Nullable Integer round,
        @Nullable Channel channel,
        @Nullable String incidentUnit,
        @Nullable Instant firstResponsePromisedAt,
        @Nullable Instant resolutionPromisedAt) {

    private static final CaseRef NONE =
            new CaseRef(new CaseId(new UUID(0, 0)), new CaseNumber("C-00000000-000000"), Mode.TEST);

    CaseFacts facts(UnitPath owner, @Nullable UnitPath incident) {
        Tier handledBy = Objects.requireNonNullElse(tier, Tier.T1);
        return new CaseFacts(
                NONE,
                Objects.requireNonNullElse(round, 1),
                handledBy,
                owner,
                new Assessment(
                        1,
                        Objects.requireNonNullElse(caseClass, CaseClass.COMPLAINT),
                        Objects.requireNonNullElse(category, "OTHER"),
                        Objects.requireNonNull(severity),
                        Objects.requireNonNullElse(responseLevel, ResponseLevel.NONE),
                        Priority.P3,
                        handledBy,
                        owner),
                new Promises(firstResponsePromisedAt, resolutionPromisedAt),
                new Origin(channel, incident, null));
    }
}
