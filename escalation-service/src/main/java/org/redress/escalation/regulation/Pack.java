package org.redress.escalation.regulation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules for one kind of company or event.
 *
 * @param zone whose midnight divides one law from the next
 * @param asOf the day on which the sources were read
 * @param notice that the company's lawyers have to check it
 */
public record Pack(
        @JsonProperty(required = true) String kind,
        @JsonProperty(required = true) Words title,
        @JsonProperty(required = true) ZoneId zone,
        @JsonProperty(required = true) LocalDate asOf,
        @JsonProperty(required = true) Words notice,
        @JsonProperty(required = true) List<Rule> rules) {

    public Pack {
        rules = List.copyOf(rules);
    }

    List<Rule> rulesOn(Instant receivedAt) {
        LocalDate day = LocalDate.ofInstant(receivedAt, zone);
        return rules.stream().filter(rule -> rule.holdsOn(day)).toList();
    }

    /** Everything that is wrong with it. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (rules.isEmpty()) {
            problems.add("rules: there are none");
        }
        for (int i = 0; i < rules.size(); i++) {
            String path = "rules[" + i + "]";
            Rule rule = rules.get(i);
            given(problems, path + ".clock", rule.clock());
            given(problems, path + ".law", rule.law());
            given(problems, path + ".source", rule.source());
            if (rule.within().number() <= 0) {
                problems.add(path + ".within: " + rule.within().number() + " is no time");
            }
            if (rule.from() != null && rule.until() != null && rule.until().isBefore(rule.from())) {
                problems.add(path + ".until: is before from");
            }
            if (rule.prolongs() != null
                    && rules.stream().noneMatch(other -> rule.prolongs().equals(other.clock()))) {
                problems.add(path + ".prolongs: unknown clock '" + rule.prolongs() + "'");
            }
            for (int j = 0; j < i; j++) {
                if (rule.overlaps(rules.get(j))) {
                    problems.add(
                            "%s: holds beside rules[%d], for the same clock".formatted(path, j));
                }
            }
        }
        return problems;
    }

    private static void given(List<String> problems, String path, @Nullable String text) {
        if (text == null || text.isBlank()) {
            problems.add(path + ": is missing");
        }
    }
}
