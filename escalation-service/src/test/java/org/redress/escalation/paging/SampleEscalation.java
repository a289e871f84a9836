package org.redress.escalation.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.Mode;
import org.redress.escalation.cases.Origin;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Priority;
import org.redress.escalation.cases.Promises;
import org.redress.escalation.cases.ResponseLevel;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.Duty;
import org.redress.escalation.organisation.EscalationPolicy;
import org.redress.escalation.organisation.Names;
import org.redress.escalation.organisation.Trigger;

/** An escalation of one step to try the rules on, its duty held by zhang.lei and he.jing. */
final class SampleEscalation {

    static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");
    static final PersonId DUTY_A = new PersonId("zhang.lei");
    private static final UnitPath UNIT = new UnitPath("hq/quality");
    private static final Duty DUTY =
            EscalationStory.duty("duty-officer", DUTY_A.value(), "he.jing");

    private final AtomicLong ids = new AtomicLong();
    private Instant now = NOW;

    final Ladder ladder =
            new Ladder(
                    (step, unit, at) -> EscalationStory.holders(DUTY).toList(),
                    1,
                    () -> new UUID(0, ids.incrementAndGet()));
    final Escalation escalation;

    SampleEscalation() {
        this(policy(null, null));
    }

    SampleEscalation(EscalationPolicy policy) {
        escalation = escalation(policy);
    }

    /** Time enough for the next step. */
    Instant later() {
        now = now.plus(Duration.ofMinutes(5));
        return now;
    }

    /** Time enough for whatever is owed. */
    Instant muchLater() {
        now = now.plus(Duration.ofHours(2));
        return now;
    }

    UUID lastPage() {
        return escalation.pages().getLast().id();
    }

    private static Escalation escalation(EscalationPolicy policy) {
        var assessment =
                new Assessment(
                        1,
                        CaseClass.EMERGENCY,
                        "PRODUCT_SAFETY",
                        Severity.CRITICAL,
                        ResponseLevel.III,
                        Priority.P1,
                        Tier.T2,
                        UNIT);
        var ref =
                new CaseRef(
                        new CaseId(new UUID(0, 9)), new CaseNumber("C-20261121-000420"), Mode.REAL);
        return new Escalation(
                new UUID(1, 1),
                new CaseFacts(ref, 1, Tier.T2, UNIT, assessment, Promises.NONE, Origin.UNKNOWN),
                Cause.of(Trigger.SEVERITY, null, assessment),
                policy,
                NOW);
    }

    /** Who acknowledges is asked after that time whether they still have it. */
    static SampleEscalation askedAfter(Duration time) {
        return new SampleEscalation(policy(time, null));
    }

    /** Who acknowledges has to be there within that time. */
    static SampleEscalation onSite(Duration within) {
        return new SampleEscalation(policy(null, new EscalationPolicy.OnSite(within)));
    }

    private static EscalationPolicy policy(
            @Nullable Duration stillOnIt, EscalationPolicy.@Nullable OnSite onSite) {
        return new EscalationPolicy(
                "p",
                1,
                new Names("预案", "policy"),
                new UnitPath("hq"),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                1,
                stillOnIt,
                Duration.ofMinutes(20),
                List.of(
                        new EscalationPolicy.Step(
                                "duty-officer",
                                null,
                                List.of(),
                                Duration.ofMinutes(5),
                                null,
                                onSite)));
    }
}
