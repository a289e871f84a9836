package org.redress.escalation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.redress.platform.testing.HouseRules;

class ArchitectureTest extends HouseRules {

    private static final String HERE = "org.redress.escalation";

    ArchitectureTest() {
        super(HERE);
    }

    @Test
    void the_words_know_no_feature() {
        noClasses()
                .that()
                .resideInAPackage(HERE + ".cases..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        HERE + ".calendar..",
                        HERE + ".organisation..",
                        HERE + ".clocks..",
                        HERE + ".paging..",
                        HERE + ".handling..")
                .check(service);
    }
}
