package org.redress.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses REPORTING =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.redress.reporting");

    @Test
    void theEventsKnowNothingOfWhatIsMadeOfThem() {
        noClasses()
                .that()
                .resideInAPackage("..events..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..facts..", "..metrics..", "..timeline..")
                .check(REPORTING);
    }

    @Test
    void theFeaturesStandInOneDirection() {
        slices().matching("org.redress.reporting.(*)..").should().beFreeOfCycles().check(REPORTING);
    }

    @Test
    void metricsAndTimelineDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("..metrics..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..timeline..")
                .check(REPORTING);
    }

    @Test
    void theFoldIsPure() {
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
                .check(REPORTING);
    }

    @Test
    void onlyDoorsSpeakHttp() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .andShould()
                .notBePublic()
                .check(REPORTING);
    }

    @Test
    void nobodyAsksTheMachineForTheTime() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(REPORTING);
    }

    @Test
    void aDoorDoesNotTouchATable() {
        noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Jdbi.class)
                .check(REPORTING);
    }
}
