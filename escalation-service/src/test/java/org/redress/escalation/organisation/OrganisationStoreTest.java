package org.redress.escalation.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.redress.escalation.WithEscalation;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.UnitPath;

@WithEscalation
class OrganisationStoreTest {

    @Inject OrganisationStore store;
    @Inject OrganisationTables tables;

    @Test
    void what_the_file_said_at_first_start_is_kept_in_the_database() {
        OrganisationFile written =
                OrganisationYaml.read("organisation.yaml", DemoOrganisation.text());

        OrganisationFile kept = QuarkusTransaction.requiringNew().call(tables::read);

        assertThat(kept.reception()).isEqualTo(written.reception());
        assertThat(kept.units()).containsExactlyInAnyOrderElementsOf(written.units());
        assertThat(kept.persons()).containsExactlyInAnyOrderElementsOf(written.persons());
        assertThat(kept.duties()).containsExactlyInAnyOrderElementsOf(written.duties());
        assertThat(kept.calendars()).containsExactlyInAnyOrderElementsOf(written.calendars());
        assertThat(kept.clocks()).isEqualTo(written.clocks());
        assertThat(kept.policies()).isEqualTo(written.policies());
    }

    @Test
    void the_organisation_that_holds_has_versioned_policies() {
        EscalationPolicy policy =
                store.current()
                        .policyFor(Trigger.SEVERITY, Severity.CRITICAL, new UnitPath("hq/legal"));

        assertThat(policy.id()).isEqualTo("critical");
        assertThat(policy.version()).isEqualTo(1);
    }
}
