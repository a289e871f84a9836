package org.redress.triage.rules;

import java.util.List;
import java.util.Map;

/** What the tables decided, by the names of the decisions, and the rules that decided it. */
record Decisions(Map<String, Object> values, List<TableRule> fired) {

    <E extends Enum<E>> E as(Class<E> type, String decision) {
        return Enum.valueOf(type, text(decision));
    }

    String text(String decision) {
        return (String) values.get(decision);
    }
}
