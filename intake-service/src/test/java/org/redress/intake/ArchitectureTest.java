package org.redress.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.redress.platform.testing.HouseRules;

class ArchitectureTest extends HouseRules {

    ArchitectureTest() {
        super("org.redress.intake");
    }

    @Test
    void the_timetable_is_pure() {
        noClasses()
                .that()
                .resideInAPackage("..timetable..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "org.jdbi..", "org.redress.platform..")
                .check(service);
    }
}
