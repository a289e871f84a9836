package org.redress.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.redress.platform.testing.HouseRules;

class ArchitectureTest extends HouseRules {

    ArchitectureTest() {
        super("org.redress.reporting");
    }

    @Test
    void the_events_know_nothing_of_what_is_made_of_them() {
        noClasses()
                .that()
                .resideInAPackage("..events..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..facts..", "..metrics..", "..timeline..")
                .check(service);
    }

    @Test
    void metrics_and_timeline_do_not_know_each_other() {
        noClasses()
                .that()
                .resideInAPackage("..metrics..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..timeline..")
                .check(service);
    }

    @Test
    void the_fold_is_pure() {
        noClasses()
                .that()
                .haveNameMatching(
                        ".*\\.(CaseFact|PublishedFact|Marks|Latest|Stamp|Share|StoryOrder)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.enterprise..",
                        "org.jdbi..",
                        "org.redress.platform..",
                        "java.sql..")
                .check(service);
    }
}
