package org.redress.reporting.timeline;

/** What the API's description shows. */
final class Examples {
    static final String BEGUN =
            """
            {"caseNumber": "C-20261121-000420", "registeredAt": "2026-11-21T01:00:00Z", "items": [
              {"id": "019aa3f0-5c00-7a10-8f00-000000000001", "type": "redress.case.registered.v1",
               "round": 1, "occurredAt": "2026-11-21T01:00:00Z",
               "recordedAt": "2026-11-21T01:00:00.004Z", "elapsedSeconds": 0.0,
               "actor": {"kind": "PERSON", "role": "intake-agent", "id": "zhao.min"},
               "what": {"channel": "HOTLINE", "customerTier": "STANDARD", "language": "zh-CN",
                        "flags": {"injuryOrDanger": true, "mediaInvolved": false,
                                  "regulatorInvolved": false, "crowdSize": 0}},
               "sentence": "Registered by the hotline for a customer."},
              {"id": "019aa3f0-5c30-7a10-8f00-000000000002", "type": "redress.case.assessed.v1",
               "round": 1, "occurredAt": "2026-11-21T01:00:00.048Z",
               "recordedAt": "2026-11-21T01:00:00.05Z", "elapsedSeconds": 0.048,
               "actor": {"kind": "RULE", "id": "triage"},
               "what": {"revision": 1, "caseClass": "EMERGENCY", "category": "PRODUCT_SAFETY",
                        "severity": "CRITICAL", "conductLevel": "NONE", "responseLevel": "II",
                        "priority": "P1", "tier": "T2", "ownerUnit": "hq/safety",
                        "signals": [{"signal": "ELECTRIC_SHOCK"}]},
               "sentence": "Assessed (revision 1) as emergency, product safety, severity critical, priority 1, owner hq/safety; recommended: emergency response level II."}]}
            """;
    static final String WRONG_CHECK_DIGIT =
            """
            {"type": "about:blank", "title": "Bad Request", "status": 400, "code": "field-invalid",
             "detail": "The request is not valid: number has a wrong check digit: please compare it again",
             "violations": [{"field": "number",
                             "message": "has a wrong check digit: please compare it again"}]}
            """;

    private Examples() {}
}
