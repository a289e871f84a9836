package org.redress.intake;

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
import org.redress.platform.messaging.Inbox;
import org.redress.platform.messaging.Outbox;

class ArchitectureTest {

    private static final JavaClasses INTAKE =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("org.redress.intake");

    @Test
    void features_do_not_depend_on_each_other_in_circles() {
        slices().matching("org.redress.intake.(*)..").should().beFreeOfCycles().check(INTAKE);
    }

    @Test
    void doors_are_only_opened_from_outside() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .haveSimpleNameEndingWith("Resource")
                .check(INTAKE);
    }

    @Test
    void doors_do_not_speak_SQL() {
        noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Jdbi.class)
                .check(INTAKE);
    }

    @Test
    void only_the_publication_writes_to_the_outbox_and_only_the_progress_reads_the_inbox() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..publication..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Outbox.class)
                .check(INTAKE);
        noClasses()
                .that()
                .resideOutsideOfPackage("..progress..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Inbox.class)
                .check(INTAKE);
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
                .check(INTAKE);
    }

    @Test
    void the_timetable_is_pure() {
        noClasses()
                .that()
                .resideInAPackage("..timetable..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "org.jdbi..", "org.redress.platform..")
                .check(INTAKE);
    }
}
