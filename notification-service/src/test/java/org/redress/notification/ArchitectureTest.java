package org.redress.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;
import org.redress.platform.testing.HouseRules;

class ArchitectureTest extends HouseRules {
    ArchitectureTest() {
        super("org.redress.notification");
    }

    @Test
    void mails_know_neither_database_nor_mail_server_nor_the_web() {
        noClasses()
                .that()
                .resideInAPackage("..mails..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.jdbi..", "jakarta.mail..", "jakarta.ws.rs..", "org.redress.platform..")
                .check(service);
    }

    @Test
    void how_messages_get_out_is_known_to_nobody_who_has_them_sent() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.redress.notification.queue..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.redress.notification.queue..")
                .check(service);
    }

    @Test
    void only_the_mail_server_and_its_mime_speak_SMTP() {
        noClasses()
                .that()
                .haveNameNotMatching(".*(MailServer|MimeWriter).*")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
                .check(service);
    }

    @Test
    void what_holds_personal_data_does_not_print_itself() {
        classes()
                .that()
                .haveNameMatching(
                        ".*\\.(StaffMember|CustomerContact|CustomerSnapshot|CaseStory|CaseRegistered"
                                + "|CaseCorrected|CaseResolved|PromiseChanged|NewPromise|NewCase|SealedCase|Mail|Envelope|Addressed)")
                .should(new OverridesToString())
                .check(service);
    }
}
