package org.redress.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the README says about how the service is built. */
class ArchitectureTest {
    private static final JavaClasses SERVICE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.redress.notification");

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        slices().matching("org.redress.notification.(*)..")
                .should()
                .beFreeOfCycles()
                .check(SERVICE);
    }

    @Test
    void mailsKnowNeitherDatabaseNorMailServerNorTheWeb() {
        noClasses()
                .that()
                .resideInAPackage("..mails..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.jdbi..", "jakarta.mail..", "jakarta.ws.rs..", "org.redress.platform..")
                .check(SERVICE);
    }

    @Test
    void onlyTheMailServerAndItsMimeSpeakSmtp() {
        noClasses()
                .that()
                .haveNameNotMatching(".*(MailServer|MimeWriter).*")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
                .check(SERVICE);
    }

    @Test
    void nobodyAsksTheMachineForTheTime() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(SERVICE);
    }

    @Test
    void nobodyHereEncryptsThatIsTheVaultsWork() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.crypto.Cipher")
                .check(SERVICE);
    }

    @Test
    void whatHoldsPersonalDataDoesNotPrintItself() {
        classes()
                .that()
                .haveNameMatching(
                        ".*\\.(StaffMember|CustomerContact|CustomerSnapshot|CaseStory|CaseRegistered"
                                + "|CaseCorrected|CaseResolved|Mail|Envelope)")
                .should(new OverridesToString())
                .check(SERVICE);
    }
}
