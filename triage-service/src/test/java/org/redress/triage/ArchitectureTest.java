package org.redress.triage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.redress.platform.testing.HouseRules;

class ArchitectureTest extends HouseRules {

    ArchitectureTest() {
        super("org.redress.triage");
    }

    @Test
    void the_language_knows_nothing_of_cases_and_rules() {
        noClasses()
                .that()
                .resideInAPackage("..signals..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..cases..", "..rules..", "..assessment..", "..levels..")
                .check(service);
    }

    @Test
    void words_and_rules_need_no_database_and_no_broker() {
        noClasses()
                .that()
                .resideInAnyPackage("..signals..", "..rules..", "..cases..", "..levels..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "org.redress.platform..", "jakarta.ws.rs..")
                .check(service);
    }

    @Test
    void only_the_signals_know_the_segmenter_and_only_the_rules_the_rule_engine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..signals..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.hankcs..")
                .check(service);
        noClasses()
                .that()
                .resideOutsideOfPackage("..rules..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.kie..")
                .check(service);
    }
}
