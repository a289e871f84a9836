package org.redress.platform.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.redress.platform.messaging.Inbox;
import org.redress.platform.messaging.Outbox;
import org.redress.platform.messaging.Subscription;

/**
 * The one dialect that all services speak (ADR 11). A service's own architecture test extends it
 * and adds what only that service promises.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // Classes are read once and not for each rule.
public abstract class HouseRules {

    /** All classes of the service, without its tests. */
    protected final JavaClasses service;

    private final String root;

    /** The rules for the service whose packages stand under {@code root}. */
    protected HouseRules(String root) {
        this.root = root;
        this.service = imported(root, new ImportOption.DoNotIncludeTests());
    }

    @Test
    void features_do_not_depend_on_each_other_in_circles() {
        slices().matching(root + ".(*)..").should().beFreeOfCycles().check(service);
    }

    @Test
    void doors_are_opened_from_outside_only_and_speak_no_SQL() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .notBePublic()
                .andShould()
                .haveSimpleNameEndingWith("Resource")
                .check(service);
        noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Jdbi.class)
                .check(service);
    }

    @Test
    void topics_are_read_in_events_and_nowhere_else() {
        noClasses()
                .that()
                .resideOutsideOfPackage(root + ".events..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Subscription.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Inbox.class)
                .check(service);
    }

    @Test
    void what_is_published_goes_out_by_the_publication() {
        noClasses()
                .that()
                .resideOutsideOfPackage(root + ".publication..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Outbox.class)
                .check(service);
    }

    @Test
    void time_comes_from_the_clock_that_is_given() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(service);
    }

    @Test
    void words_are_sealed_by_the_vault_and_nobody_else() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javax.crypto.Cipher")
                .check(service);
    }

    @Test
    void what_a_bean_needs_its_constructor_takes() {
        noMembers().should().beAnnotatedWith(Inject.class).check(service);
    }

    @Test
    void a_test_is_a_sentence() {
        methods()
                .that()
                .areAnnotatedWith(Test.class)
                .should()
                .haveNameMatching("[a-z0-9][A-Za-z0-9]*(_[A-Za-z0-9]+)+")
                .check(imported(root, new ImportOption.OnlyIncludeTests()));
    }

    private static JavaClasses imported(String root, ImportOption which) {
        return new ClassFileImporter().withImportOption(which).importPackages(root);
    }
}
