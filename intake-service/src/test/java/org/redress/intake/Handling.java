package org.redress.intake;

import java.time.Instant;
import java.util.UUID;
import org.redress.intake.FrontEnd.Registered;
import org.redress.local.testing.TestTopics;

/** What the other services would tell of a case, for tests. */
public final class Handling {

    private final Registered registered;
    private Instant recordedAt = Instant.parse("2026-11-21T06:00:00Z");

    private Handling(Registered registered) {
        this.registered = registered;
    }

    /** The story of this case. */
    public static Handling of(Registered registered) {
        return new Handling(registered);
    }

    /** What the handling tells of its n-th change, written down by a replica whose clock is off. */
    public Handling tellsAs(long version, Instant at, String event, int round, String fields) {
        recordedAt = at.minusSeconds(1);
        return tells(event, round, "\"version\": %d, %s".formatted(version, fields));
    }

    /** Triage judged. */
    public Handling assessed(int revision, String severity) {
        return tell(
                "redress.assessments",
                "case.assessed",
                1,
                """
                "revision": %d, "caseClass": "COMPLAINT", "category": "DELIVERY", "severity": "%s",
                "conductLevel": "NONE", "responseLevel": "NONE", "priority": "P2", "tier": "T1",
                "ownerUnit": "hq/logistics", "tableVersion": "7", "signals": [],
                "reasons": [{"rule": "late", "text": {"zh": "延误", "en": "Late"}}]\
                """
                        .formatted(revision, severity));
    }

    /** The handling told something; each time a second later. */
    public Handling tells(String event, int round, String fields) {
        return tell("redress.handling", event, round, fields);
    }

    /** The case has a unit. */
    public Handling assigned(int round) {
        return tells(
                "case.assigned",
                round,
                """
                "status": "ASSIGNED", "tier": "T1", "ownerUnit": "hq/logistics", "severity": "MEDIUM",
                "caseClass": "COMPLAINT", "category": "DELIVERY", "responseLevel": "NONE",
                "priority": "P2"\
                """);
    }

    /** The case has a resolution. */
    public Handling resolved(int round) {
        return tells(
                "case.resolved",
                round,
                """
                "status": "RESOLVED", "handler": "sun.li", "resolution": "已重新派送，王小明先生可明日收到。"\
                """);
    }

    /** A message went out or did not. */
    public Handling delivery(UUID messageId, String event, String fields) {
        TestTopics.publish(
                "redress.deliveries",
                messageId.toString(),
                "redress." + event + ".v1",
                payload(
                        1,
                        """
                        "messageId": "%s", "channel": "EMAIL",
                        "recipient": {"kind": "CUSTOMER", "id": "%s"}, %s\
                        """
                                .formatted(messageId, registered.customerId(), fields)));
        return this;
    }

    /** Goes back in time: what is told next was written down before what was told last. */
    public Handling earlier() {
        recordedAt = recordedAt.minusSeconds(60);
        return this;
    }

    private Handling tell(String topic, String event, int round, String fields) {
        TestTopics.publish(
                topic, registered.caseId(), "redress." + event + ".v1", payload(round, fields));
        return this;
    }

    private String payload(int round, String fields) {
        recordedAt = recordedAt.plusSeconds(1);
        return """
        {"caseId": "%s", "caseNumber": "%s", "round": %d, "occurredAt": "%s", "recordedAt": "%s",
         "actor": {"kind": "RULE", "id": "test"}, %s}
        """
                .formatted(
                        registered.caseId(),
                        registered.number(),
                        round,
                        recordedAt,
                        recordedAt,
                        fields);
    }
}
