package org.redress.intake.customers;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.text.MailAddress;
import org.redress.platform.web.text.PlainLine;

/** What changed of a customer (requirement IN-25); what is left out stays. */
public record CustomerChange(
        @PlainLine @Size(max = 100) @Nullable String name,
        @DialablePhone @Size(max = 32) @Nullable String phone,
        @MailAddress @Size(max = 254) @Nullable String email,
        @Nullable Language language,
        @Nullable CustomerTier tier) {

    Customer applyTo(Customer customer, String region) {
        ContactCard card = customer.card();
        return new Customer(
                customer.id(),
                new ContactCard(
                        name == null ? card.name() : name.strip(),
                        phone == null
                                ? card.phone()
                                : PhoneNumber.parse(phone, region).orElseThrow(),
                        email == null ? card.email() : email),
                language == null ? customer.language() : language,
                tier == null ? customer.tier() : tier,
                customer.createdAt(),
                customer.version() + 1);
    }

    @Override
    public String toString() {
        return "CustomerChange[…]";
    }
}
