package org.redress.reporting.metrics;

/** What the API's description shows. */
final class Examples {
    static final String DAILY =
            """
            {"from": "2026-11-21", "to": "2026-11-21", "zone": "Asia/Shanghai", "items": [
              {"date": "2026-11-21", "ownerUnit": "hq/after-sales", "caseClass": "COMPLAINT",
               "severity": "HIGH", "registered": 12, "resolved": 9, "closed": 7, "reopened": 1,
               "satisfied": 6, "notSatisfied": 1, "clocksBreached": 1, "pages": 14,
               "acknowledged": 12, "exhausted": 0, "p50SecondsToAcknowledge": 48.2,
               "p90SecondsToAcknowledge": 171.0, "p50SecondsToResolve": 9120.0,
               "p90SecondsToResolve": 40210.5, "updatedAt": "2026-11-21T15:59:58.102Z"}]}
            """;
    static final String DAILY_CSV =
            """
            date,ownerUnit,caseClass,severity,registered,resolved,closed,reopened,satisfied,\
            notSatisfied,clocksBreached,pages,acknowledged,exhausted,p50SecondsToAcknowledge,\
            p90SecondsToAcknowledge,p50SecondsToResolve,p90SecondsToResolve,updatedAt
            2026-11-21,hq/after-sales,COMPLAINT,HIGH,12,9,7,1,6,1,1,14,12,0,48.2,171.0,9120.0,\
            40210.5,2026-11-21T15:59:58.102Z
            """;
    static final String BAD_PERIOD =
            """
            {"type": "about:blank", "title": "Bad Request", "status": 400, "code": "field-invalid",
             "detail": "The request is not valid: to must not be before 'from'",
             "violations": [{"field": "to", "message": "must not be before 'from'"}]}
            """;

    private Examples() {}
}
