package org.redress.intake.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.Call;
import org.redress.intake.cases.Channel;
import org.redress.intake.cases.Incident;
import org.redress.intake.customers.NewCustomer;
import org.redress.intake.customers.PhoneNumber;
import org.redress.intake.forms.Moments;

/**
 * What the fields of a registration must hold together: exactly one way to know the customer, a way
 * to answer that fits the channel, and no moment that lies ahead.
 *
 * @param region the country of numbers without a country code
 */
record RegistrationRules(String region) {

    /** A field and what is wrong with it. */
    record Violation(String field, String message) {}

    List<Violation> violations(NewCase form, Instant now) {
        List<Violation> found = new ArrayList<>();
        if (form.customer() == null && form.customerId() == null) {
            found.add(new Violation("customer", "is needed, or the customerId of a known one"));
        }
        if (form.customer() != null && form.customerId() != null) {
            found.add(new Violation("customerId", "must be left out when a customer is given"));
        }
        if (form.customer() != null) {
            wayToAnswer(form, form.customer()).ifPresent(found::add);
        }
        if (form.channelRef() == null && needsReference(form.channel())) {
            found.add(new Violation("channelRef", "is needed for " + form.channel()));
        }
        if (Moments.isFuture(form.receivedAt(), now)) {
            found.add(new Violation("receivedAt", Moments.FUTURE));
        }
        if (Moments.isFuture(occurredAt(form.incident()), now)) {
            found.add(new Violation("incident.occurredAt", Moments.FUTURE));
        }
        return found;
    }

    /** The number that the call came from, where it is one that can be called back. */
    static Optional<String> callBackNumber(@Nullable Call cti, String region) {
        return Optional.ofNullable(cti)
                .map(Call::callerNumber)
                .filter(number -> PhoneNumber.parse(number, region).isPresent());
    }

    private Optional<Violation> wayToAnswer(NewCase form, NewCustomer customer) {
        boolean phone = customer.phone() != null || callBackNumber(form.cti(), region).isPresent();
        boolean mail = customer.email() != null;
        return switch (form.channel()) {
            case HOTLINE ->
                    need(phone, "customer.phone", "is needed when the call did not bring it");
            case EMAIL -> need(mail, "customer.email", "is needed to answer a mail");
            case LIVE_CHAT, WEB_PORTAL, ON_SITE, REGULATOR, STAFF ->
                    need(phone || mail, "customer.phone", "or customer.email is needed to answer");
            case SUGGESTION_BOX, SOCIAL_MEDIA -> Optional.empty();
        };
    }

    /** There the reference is the only way back: the post, the regulator's file. */
    private static boolean needsReference(Channel channel) {
        return channel == Channel.SOCIAL_MEDIA || channel == Channel.REGULATOR;
    }

    private static Optional<Violation> need(boolean present, String field, String message) {
        return present ? Optional.empty() : Optional.of(new Violation(field, message));
    }

    private static @Nullable Instant occurredAt(@Nullable Incident incident) {
        return incident == null ? null : incident.occurredAt();
    }
}
