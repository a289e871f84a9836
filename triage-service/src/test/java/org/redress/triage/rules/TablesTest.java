package org.redress.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {

    private static final List<TableRule> RULES = Rules.TABLES.rules();

    @Test
    void every_rule_has_its_reason_in_both_languages_or_in_none() {
        assertThat(RULES)
                .allSatisfy(rule ->
                        assertThat(rule.text().zh().isEmpty())
                                .as(rule.id())
                                .isEqualTo(rule.text().en().isEmpty()));
    }

    @Test
    void a_reason_that_quotes_words_belongs_to_a_rule_that_asks_for_signals() {
        assertThat(RULES)
                .filteredOn(rule -> rule.text().en().contains("{words}"))
                .allSatisfy(rule -> assertThat(rule.signals()).as(rule.id()).isNotEmpty());
    }

    @Test
    void only_rules_that_need_no_explanation_have_none() {
        assertThat(RULES)
                .filteredOn(rule -> rule.text().en().isEmpty())
                .extracting(TableRule::id)
                .containsExactlyInAnyOrder(
                        "conduct-none",
                        "response-none",
                        "priority-medium",
                        "priority-low",
                        "tier-simple");
    }

    @Test
    void the_version_tells_the_number_and_the_content() {
        assertThat(Rules.TABLES.version()).matches("[0-9]{4}\\.[0-9]+\\+[0-9a-f]{8}");
    }
}
