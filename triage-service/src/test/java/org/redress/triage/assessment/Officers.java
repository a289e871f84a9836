package org.redress.triage.assessment;

import java.util.Set;
import org.redress.local.testing.TestIssuer;

/** People at the doors. */
final class Officers {

    private Officers() {}

    static String officer(String unit) {
        return TestIssuer.token("zhao.lei", Set.of("triage-officer"), unit);
    }

    static String agent(String unit) {
        return TestIssuer.token("li.na", Set.of("intake-agent"), unit);
    }

    static String analyst(String unit) {
        return TestIssuer.token("bi.bot", Set.of("bi-analyst"), unit);
    }
}
