package org.redress.intake.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.intake.cases.Call;
import org.redress.intake.cases.Channel;
import org.redress.intake.cases.Incident;
import org.redress.intake.customers.CustomerId;
import org.redress.intake.customers.NewCustomer;
import org.redress.intake.registration.RegistrationRules.Violation;

class RegistrationRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");
    private static final String PHONE = "13800138000";
    private static final String MAIL = "li.na@example.com";

    private final RegistrationRules rules = new RegistrationRules("CN");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // channel,      nothing,        phone,          mail,           reference
        "HOTLINE,        customer.phone, ok,             customer.phone, customer.phone",
        "EMAIL,          customer.email, customer.email, ok,             customer.email",
        "LIVE_CHAT,      customer.phone, ok,             ok,             customer.phone",
        "WEB_PORTAL,     customer.phone, ok,             ok,             customer.phone",
        "ON_SITE,        customer.phone, ok,             ok,             customer.phone",
        "STAFF,          customer.phone, ok,             ok,             customer.phone",
        "SUGGESTION_BOX, ok,             ok,             ok,             ok",
        "SOCIAL_MEDIA,   channelRef,     channelRef,     channelRef,     ok",
        "REGULATOR,      customer.phone, channelRef,     channelRef,     customer.phone"
    })
    void each_channel_has_its_own_way_to_answer(
            Channel channel,
            String withNothing,
            String withPhone,
            String withMail,
            String withReference) {
        assertThat(firstField(form(channel, customer(null, null), null))).isEqualTo(withNothing);
        assertThat(firstField(form(channel, customer(PHONE, null), null))).isEqualTo(withPhone);
        assertThat(firstField(form(channel, customer(null, MAIL), null))).isEqualTo(withMail);
        assertThat(firstField(form(channel, customer(null, null), "ref"))).isEqualTo(withReference);
    }

    @ParameterizedTest
    @CsvSource({"13800138000, ok", "anonymous, customer.phone", "10086, customer.phone"})
    void the_callers_number_will_do_if_it_can_be_called_back(String callerNumber, String field) {
        // given
        NewCase form =
                form(
                        Channel.HOTLINE,
                        customer(null, null),
                        null,
                        new Call(null, callerNumber, null, null, null),
                        null,
                        null);

        // then
        assertThat(firstField(form)).isEqualTo(field);
    }

    @Test
    void the_customer_is_either_new_or_known() {
        assertThat(firstField(form(Channel.STAFF, null, null))).isEqualTo("customer");
        assertThat(
                        firstField(
                                new NewCase(
                                        Channel.STAFF,
                                        null,
                                        null,
                                        customer(PHONE, null),
                                        CustomerId.next(),
                                        null,
                                        null,
                                        "描述",
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null)))
                .isEqualTo("customerId");
    }

    @ParameterizedTest
    @CsvSource({"PT0S, ok, ok", "PT2M, ok, ok", "PT2M1S, incident.occurredAt, receivedAt"})
    void nothing_happened_in_the_future_but_clocks_may_differ_by_two_minutes(
            String ahead, String occurred, String received) {
        // given
        Instant told = NOW.plus(Duration.parse(ahead));

        // then
        assertThat(firstField(form(Channel.STAFF, customer(PHONE, null), null, null, told, null)))
                .isEqualTo(occurred);
        assertThat(firstField(form(Channel.STAFF, customer(PHONE, null), null, null, null, told)))
                .isEqualTo(received);
    }

    @Test
    void a_case_without_a_subject_is_called_by_the_beginning_of_its_description() {
        // given
        String longText = "很长".repeat(100);

        // then
        assertThat(described("  第一行\n第二行").report(NOW).subject()).isEqualTo("第一行");
        assertThat(described(longText).report(NOW).subject()).hasSize(61).endsWith("…");
    }

    private String firstField(NewCase form) {
        return rules.violations(form, NOW).stream().findFirst().map(Violation::field).orElse("ok");
    }

    private static NewCustomer customer(@Nullable String phone, @Nullable String email) {
        return new NewCustomer("李娜", phone, email, null, null);
    }

    private static NewCase described(String description) {
        return new NewCase(
                Channel.STAFF,
                null,
                null,
                customer(PHONE, null),
                null,
                null,
                null,
                description,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static NewCase form(
            Channel channel, @Nullable NewCustomer customer, @Nullable String channelRef) {
        return form(channel, customer, channelRef, null, null, null);
    }

    private static NewCase form(
            Channel channel,
            @Nullable NewCustomer customer,
            @Nullable String channelRef,
            @Nullable Call call,
            @Nullable Instant occurredAt,
            @Nullable Instant receivedAt) {
        return new NewCase(
                channel,
                channelRef,
                call,
                customer,
                null,
                receivedAt,
                null,
                "描述",
                new Incident(occurredAt, null, null, null),
                null,
                null,
                null,
                null,
                null);
    }
}
