package org.redress.escalation.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.redress.escalation.EarlierDatabase;
import org.redress.escalation.WithEscalation;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.UnitPath;
import org.redress.platform.messaging.Alarms;

@WithEscalation
class OrganisationStoreTest {

    private static final UnitPath HQ = new UnitPath("hq");

    @Inject OrganisationStore store;
    @Inject OrganisationVersions versions;
    @Inject OrganisationTables tables;
    @Inject OrganisationSource source;
    @Inject Event<OrganisationChanged> changes;
    @Inject Clock clock;
    @Inject Alarms alarms;

    @Test
    void what_the_file_said_at_first_start_is_the_first_version() {
        assertThat(versions.find(1).orElseThrow().document())
                .isEqualTo(OrganisationYaml.read("organisation.yaml", DemoOrganisation.text()));
    }

    @Test
    void what_an_earlier_release_kept_in_tables_is_the_first_version_after_the_upgrade() {
        try (var earlier = EarlierDatabase.ofVersion("22")) {
            // given
            earlier.jdbi()
                    .useHandle(handle ->
                            handle.createScript(
                                            """
                                            insert into organisation (reception, loaded_at) values ('hq', now());
                                            insert into unit values ('hq', '总部', 'Headquarters');
                                            insert into person values ('sun.hao', '孙浩', 'Sun Hao', 'hq');
                                            insert into duty values ('watch', 'hq', 'sun.hao', null);
                                            insert into working_calendar values ('24x7', '{"name": "24x7"}');
                                            insert into clock_rule values
                                                (0, '{"clock": "UNIT_RECEIPT", "within": "PT1H", "calendar": "24x7"}');
                                            insert into escalation_policy (id, version, position, definition) values
                                                ('p', 1, 0, '{"id": "p", "steps": [{"role": "old"}]}'),
                                                ('p', 2, 0, '{"id": "p", "version": 2, "unit": "hq",
                                                              "name": {"zh": "预案", "en": "policy"}, "repeat": 1,
                                                              "steps": [{"role": "watch", "waitFor": "PT5M"}]}')
                                            """)
                                    .execute());

            // when
            earlier.upgrade();

            // then
            Document document = new OrganisationTables(earlier.jdbi()).read().orElseThrow();
            assertThat(document.units()).extracting(Document.Unit::path).containsExactly(HQ);
            assertThat(document.duties())
                    .containsExactly(
                            new Duty("watch", HQ, new PersonId("sun.hao"), null, null, null, null));
            assertThat(document.policies())
                    .extracting(EscalationPolicy::version)
                    .containsExactly(2);
            assertThat(new OrganisationVersions(earlier.jdbi()).newest()).isZero();
        }
        assertThat(tables.read()).as("a new database has nothing there").isEmpty();
    }

    @Test
    void a_replica_that_starts_later_takes_what_is_there() {
        var later =
                new OrganisationStore(
                        versions, tables, source, changes, clock, alarms, DemoOrganisation.ZONE);

        assertThat(later.current().version()).isEqualTo(store.current().version());
    }

    @Test
    void the_organisation_that_holds_has_versioned_policies() {
        EscalationPolicy policy =
                store.current()
                        .policyFor(
                                Matter.of(Trigger.SEVERITY, Severity.CRITICAL),
                                new UnitPath("hq/legal"));

        assertThat(policy.id()).isEqualTo("critical");
        assertThat(policy.version()).isEqualTo(1);
    }
}
