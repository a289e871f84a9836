package org.redress.triage.assessment;

/** Bodies that the OpenAPI document shows. */
final class Examples {

    static final String ASSESSMENT =
            """
            {
              "caseNumber": "C-20261121-000420",
              "revision": 1,
              "caseClass": "EMERGENCY",
              "category": "PRODUCT_SAFETY",
              "severity": "CRITICAL",
              "conductLevel": "NONE",
              "responseLevel": "III",
              "priority": "P1",
              "tier": "T3",
              "ownerUnit": "hq/quality",
              "reasons": [
                {
                  "rule": "severity-electric-shock",
                  "text": {
                    "zh": "触电或漏电：“漏电”、“触电”",
                    "en": "An electric shock or a live part: “漏电”, “触电”"
                  }
                }
              ],
              "signals": [{ "signal": "ELECTRIC_SHOCK", "words": ["漏电", "触电"] }],
              "review": [],
              "tableVersion": "2026.1+0f3a9b21",
              "assessedBy": { "kind": "RULE", "id": "triage-table" },
              "assessedAt": "2026-11-21T06:02:11.531Z"
            }
            """;

    static final String RAISE_ZH =
            """
            { "responseLevel": "II", "reason": "同一批次本周已有第二起漏电，建议升为二级响应" }
            """;

    static final String LOWER_EN =
            """
            { "severity": "LOW", "caseClass": "INQUIRY", "reason": "The fire was at the neighbours' in 2019; the customer asks about insurance." }
            """;

    static final String CONFIRM_EN =
            """
            { "reason": "Called the customer: all of it is so." }
            """;

    private Examples() {}
}
