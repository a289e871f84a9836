package org.redress.intake.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WhatIsLeftOutStaysTest {

    private static final Customer LI_NA =
            new Customer(
                    CustomerId.next(),
                    new ContactCard("李娜", new PhoneNumber("+8613800138000"), "li.na@example.com"),
                    Language.ZH_CN,
                    CustomerTier.STANDARD,
                    Instant.parse("2026-11-21T06:00:00Z"),
                    3);

    @Test
    void a_change_of_nothing_is_only_a_new_version() {
        assertThat(changed(new CustomerChange(null, null, null, null, null)))
                .isEqualTo(
                        new Customer(
                                LI_NA.id(),
                                LI_NA.card(),
                                LI_NA.language(),
                                LI_NA.tier(),
                                LI_NA.createdAt(),
                                4));
    }

    @Test
    void what_is_given_takes_its_place() {
        assertThat(
                        changed(
                                new CustomerChange(
                                        " 李 娜 ",
                                        "0731-88221133",
                                        "new@example.com",
                                        Language.EN,
                                        CustomerTier.VIP)))
                .isEqualTo(
                        new Customer(
                                LI_NA.id(),
                                new ContactCard(
                                        "李 娜",
                                        new PhoneNumber("+8673188221133"),
                                        "new@example.com"),
                                Language.EN,
                                CustomerTier.VIP,
                                LI_NA.createdAt(),
                                4));
    }

    private static Customer changed(CustomerChange change) {
        return change.applyTo(LI_NA, "CN");
    }
}
