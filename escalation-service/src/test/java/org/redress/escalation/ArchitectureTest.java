package org.redress.escalation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String HERE = "org.redress.escalation.";

    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.redress.escalation");

    @Test
    void features_do_not_depend_on_each_other_in_circles() {
        slices().matching("org.redress.escalation.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void the_words_know_no_feature() {
        noClasses()
                .that()
                .resideInAPackage(HERE + "cases..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        HERE + "calendar..",
                        HERE + "organisation..",
                        HERE + "clocks..",
                        HERE + "paging..",
                        HERE + "handling..")
                .check(classes);
    }

    @Test
    void only_the_translator_publishes() {
        noClasses()
                .that()
                .resideOutsideOfPackage(HERE + "published..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.redress.platform.messaging.Outbox")
                .check(classes);
    }

    @Test
    void only_the_intray_listens_to_kafka() {
        noClasses()
                .that()
                .resideOutsideOfPackage(HERE + "inbound..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.eclipse.microprofile.reactive..")
                .check(classes);
    }

    @Test
    void time_comes_from_the_clock_that_is_given() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(classes);
    }
}
