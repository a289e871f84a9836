package org.redress.triage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses TRIAGE =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("org.redress.triage");

    @Test
    void features_do_not_depend_on_each_other_in_circles() {
        slices().matching("org.redress.triage.(*)..").should().beFreeOfCycles().check(TRIAGE);
    }

    @Test
    void the_language_knows_nothing_of_cases_and_rules() {
        noClasses()
                .that()
                .resideInAPackage("..signals..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..cases..", "..rules..", "..assessment..", "..levels..")
                .check(TRIAGE);
    }

    @Test
    void words_and_rules_need_no_database_and_no_broker() {
        noClasses()
                .that()
                .resideInAnyPackage("..signals..", "..rules..", "..cases..", "..levels..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "org.redress.platform..", "jakarta.ws.rs..")
                .check(TRIAGE);
    }

    @Test
    void only_the_signals_know_the_segmenter_and_only_the_rules_the_rule_engine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..signals..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.hankcs..")
                .check(TRIAGE);
        noClasses()
                .that()
                .resideOutsideOfPackage("..rules..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.kie..")
                .check(TRIAGE);
    }

    @Test
    void doors_are_only_opened_from_outside_and_speak_no_SQL() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .haveSimpleNameEndingWith("Resource")
                .check(TRIAGE);
        noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Jdbi.class)
                .check(TRIAGE);
    }

    @Test
    void nobody_asks_the_machine_for_the_time() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(TRIAGE);
    }
}
