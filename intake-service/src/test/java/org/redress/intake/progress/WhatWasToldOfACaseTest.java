package org.redress.intake.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.intake.cases.CaseId;
import org.redress.intake.cases.Standing;
import org.redress.intake.progress.Delivery.State;

class WhatWasToldOfACaseTest {

    private static final Instant FIRST = Instant.parse("2026-11-21T06:01:00Z");
    private static final Instant SECOND = Instant.parse("2026-11-21T06:09:00Z");

    @Test
    void the_customer_was_acknowledged_when_the_first_acknowledgment_left() {
        assertThat(
                        told(
                                        delivery("CUSTOMER_ACKNOWLEDGMENT", State.SENT, SECOND),
                                        delivery("CUSTOMER_ACKNOWLEDGMENT", State.SENT, FIRST))
                                .acknowledgedAt())
                .contains(FIRST);
    }

    @ParameterizedTest
    @CsvSource({
        "CUSTOMER_ACKNOWLEDGMENT, FAILED",
        "CUSTOMER_ACKNOWLEDGMENT, RETRYING",
        "CUSTOMER_RESOLUTION,     SENT"
    })
    void what_did_not_leave_or_says_something_else_acknowledges_nothing(
            String purpose, State state) {
        assertThat(told(delivery(purpose, state, FIRST)).acknowledgedAt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "hq/finance, hq/logistics, hq/finance",
        "          , hq/logistics, hq/logistics",
        "hq/finance,             , hq/finance",
        "          ,             ,           "
    })
    void the_owner_is_the_handlings_and_until_it_begins_the_one_that_triage_named(
            @Nullable String handling, @Nullable String assessed, @Nullable String owner) {
        assertThat(
                        new LiveCase(
                                        new Handling(Standing.NEW, null, handling, null, null),
                                        assessed,
                                        Optional.empty(),
                                        List.of(),
                                        List.of())
                                .ownerUnit())
                .isEqualTo(owner);
    }

    @ParameterizedTest
    @CsvSource({"true, FAILED", "false, RETRYING", ", RETRYING"})
    void a_failure_that_is_not_the_last_is_tried_again(@Nullable Boolean isFinal, State state) {
        assertThat(attempt("CUSTOMER_ACKNOWLEDGMENT", isFinal).stateWhenFailed()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER_RESOLUTION, true", "ESCALATION_PAGE, false"})
    void pages_to_staff_are_no_part_of_it(String purpose, boolean forCustomer) {
        assertThat(attempt(purpose, null).isForCustomer()).isEqualTo(forCustomer);
    }

    private static LiveCase told(Delivery... deliveries) {
        return new LiveCase(Handling.NONE, null, Optional.empty(), List.of(), List.of(deliveries));
    }

    private static Delivery delivery(String purpose, State state, Instant at) {
        return new Delivery(UUID.randomUUID(), purpose, "EMAIL", state, 1, at);
    }

    private static DeliveryAttempted attempt(String purpose, @Nullable Boolean isFinal) {
        return new DeliveryAttempted(
                UUID.randomUUID(), CaseId.next(), purpose, "EMAIL", 1, FIRST, isFinal);
    }
}
