package org.redress.escalation.handling;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.CaseClass;
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

/** A case to try the rules on. */
final class Sample {

    static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");
    static final Duration THIRTY_DAYS = Duration.ofDays(30);
    static final UnitPath RECEPTION = new UnitPath("hq/customer-service");
    static final UnitPath LOGISTICS = new UnitPath("hq/logistics");
    static final Hand CHEN = new Hand(new PersonId("chen.wei"), false);
    static final Hand OTHER = new Hand(new PersonId("gao.peng"), false);
    static final Hand MANAGER = new Hand(new PersonId("wang.fang"), true);
    static final Actor RULE = Actor.rule("triage");
    static final Actor AGENT = Actor.person(new PersonId("li.na"), "intake-agent");

    private Sample() {}

    static Handling registered() {
        CaseRef ref =
                new CaseRef(
                        new CaseId(new UUID(0, 42)),
                        new CaseNumber("C-20261121-000420"),
                        Mode.REAL);
        return new Handling(ref, RECEPTION, Promises.NONE, Origin.UNKNOWN, NOW);
    }

    static Assessment assessment(int revision, Severity severity, String unit) {
        return assessment(revision, severity, unit, CaseClass.COMPLAINT);
    }

    static Assessment assessment(
            int revision, Severity severity, String unit, CaseClass caseClass) {
        return new Assessment(
                revision,
                caseClass,
                "DELIVERY",
                severity,
                ResponseLevel.NONE,
                Priority.P3,
                Tier.T1,
                new UnitPath(unit));
    }

    static Assessment medium() {
        return assessment(1, Severity.MEDIUM, "hq/logistics");
    }

    static Satisfaction said(int round, Satisfaction.Outcome outcome, int attempt) {
        return new Satisfaction(round, outcome, attempt, null);
    }
}
