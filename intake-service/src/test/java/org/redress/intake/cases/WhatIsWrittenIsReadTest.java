package org.redress.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.FrontEnd.aCase;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.redress.intake.WithIntake;
import org.redress.intake.customers.CustomerId;

@WithIntake
class WhatIsWrittenIsReadTest {

    @Inject Cases cases;

    @Test
    void a_case_with_everything_that_it_may_hold() {
        // given
        CustomerCase kettle = ofAKnownCustomer(1);

        // when
        QuarkusTransaction.requiringNew().run(() -> cases.add(kettle));

        // then
        assertThat(found(kettle)).isEqualTo(kettle);
    }

    @Test
    void its_next_version_with_everything_that_may_change() {
        // given
        CustomerCase kettle = ofAKnownCustomer(2);
        QuarkusTransaction.requiringNew().run(() -> cases.add(kettle));
        CustomerCase changed =
                with(
                        kettle,
                        it -> it.corrected(new Correction("壶身带电", null, Flags.NONE, null, null)));

        // when
        QuarkusTransaction.requiringNew().run(() -> cases.replace(changed));

        // then
        assertThat(found(kettle)).isEqualTo(changed);
    }

    private CustomerCase found(CustomerCase it) {
        return cases.find(it.number()).orElseThrow().customerCase();
    }

    private static CustomerCase with(CustomerCase it, UnaryOperator<Report> change) {
        return new CustomerCase(
                it.id(),
                it.number(),
                it.customerId(),
                it.mode(),
                it.channel(),
                it.unit(),
                it.registeredBy(),
                it.registeredAt(),
                change.apply(it.report()),
                it.timetable(),
                new SatisfactionCheck(3, 2, Satisfaction.UNREACHABLE),
                ACase.NOW.plusSeconds(60),
                it.version() + 1);
    }

    /** Its number is of a day on which nobody registers. */
    private static CustomerCase ofAKnownCustomer(int sequence) {
        CustomerCase kettle = ACase.aboutAKettle();
        return new CustomerCase(
                kettle.id(),
                CaseNumber.of(LocalDate.of(2031, 8, 1), sequence),
                new CustomerId(UUID.fromString(aCase().customerId())),
                Mode.DRILL,
                kettle.channel(),
                kettle.unit(),
                kettle.registeredBy(),
                kettle.registeredAt(),
                kettle.report(),
                kettle.timetable(),
                kettle.satisfaction(),
                null,
                1);
    }
}
