package org.redress.intake.customers;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.intake.customers.ContactCard.ContactView;
import org.redress.intake.staff.Roles;
import org.redress.platform.web.Caller;

/**
 * A customer as this caller may see them: handlers, managers, commanders and administrators in
 * full, everybody else with masked contact points (and a public figure with a masked name).
 */
public record CustomerView(
        CustomerId customerId,
        String name,
        @Schema(examples = "**********8000") @Nullable String phone,
        @Schema(examples = "l***@example.com") @Nullable String email,
        Language language,
        CustomerTier tier,
        boolean masked) {

    /** The customer for this caller. */
    public static CustomerView of(Customer customer, Caller caller) {
        boolean masked = !seesInFull(caller);
        ContactView card =
                masked
                        ? customer.card().masked(customer.tier() == CustomerTier.PUBLIC_FIGURE)
                        : customer.card().inFull();
        return new CustomerView(
                customer.id(),
                card.name(),
                card.phone(),
                card.email(),
                customer.language(),
                customer.tier(),
                masked);
    }

    private static boolean seesInFull(Caller caller) {
        return caller.has(Roles.HANDLER)
                || caller.has(Roles.MANAGER)
                || caller.has(Roles.COMMANDER)
                || caller.has(Roles.ADMIN);
    }

    @Override
    public String toString() {
        return "CustomerView[customerId=" + customerId + "]";
    }
}
